using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Conformance.Operations;

/// <summary>The likelihood-ratio test of homogeneity.</summary>
internal sealed class GTestOperation : IOperation
{
    public string Name => "drift.g_test";

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var answer = GTest.Homogeneity(
            arguments.Table("table"),
            arguments.Flag("correction", ifLeftOut: true) ? GTestCorrection.Yates : GTestCorrection.None
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
