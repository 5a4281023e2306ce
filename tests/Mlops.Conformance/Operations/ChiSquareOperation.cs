using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Conformance.Operations;

/// <summary>The chi-square test of homogeneity.</summary>
internal sealed class ChiSquareOperation : IOperation
{
    public string Name => "drift.chi_square";

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var answer = ChiSquareTest.Homogeneity(
            arguments.Table("table"),
            arguments.Flag("correction", ifLeftOut: true) ? ContinuityCorrection.Yates : ContinuityCorrection.None
        );
        if (answer.Status != ResultStatus.Ok)
        {
            throw InvalidCaseException.Argument(
                "table",
                "needs two rows and two columns, and none of them may sum to 0."
            );
        }

        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
        result.Add("degrees_of_freedom", answer.DegreesOfFreedom);
    }
}
