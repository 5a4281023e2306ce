using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Conformance.Operations;

/// <summary>The rank sum test of two samples.</summary>
internal sealed class MannWhitneyOperation : IOperation
{
    public string Name => "drift.mann_whitney";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var answer = MannWhitney.Test(
            x,
            y,
            new MannWhitneyOptions
            {
                // SciPy's "greater" is that the first sample is the larger one.
                Alternative = TwoSampleArguments.Alternative(arguments, greater: TwoSampleAlternative.CurrentLess),
                Method =
                    arguments.Choice("method", "exact", "asymptotic") == "exact"
                        ? MannWhitneyMethod.Exact
                        : MannWhitneyMethod.Asymptotic,
            }
        );
        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
