using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Conformance.Operations;

/// <summary>The t-test of two means.</summary>
internal sealed class TTestOperation : IOperation
{
    public string Name => "drift.t_test";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var answer = TTest.Test(
            x,
            y,
            new TTestOptions
            {
                // SciPy's statistic is the first sample's less the second's, and "greater" says that the first is the larger one.
                Alternative = TwoSampleArguments.Alternative(arguments, greater: TwoSampleAlternative.CurrentLess),
                Variances = arguments.Flag("equal_variance", ifLeftOut: true) ? TTestVariances.Equal : TTestVariances.Unequal,
            }
        );
        result.Add("statistic", -answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
