using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Conformance.Operations;

/// <summary>The test of Brunner and Munzel.</summary>
internal sealed class BrunnerMunzelOperation : IOperation
{
    public string Name => "drift.brunner_munzel";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var answer = BrunnerMunzel.Test(
            x,
            y,
            new BrunnerMunzelOptions
            {
                // SciPy's "greater" is that the first sample is the larger one.
                Alternative = TwoSampleArguments.Alternative(arguments, greater: TwoSampleAlternative.CurrentLess),
                Method = BrunnerMunzelMethod.StudentT,
            }
        );
        if (answer.Status != ResultStatus.Ok)
        {
            throw InvalidCaseException.Argument(
                answer.ReferenceCount < 2 || answer.CurrentCount > 1 ? "x" : "y",
                "needs two values or more, and not all values of both samples may be equal."
            );
        }

        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
