using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Conformance.Operations;

/// <summary>The Kolmogorov-Smirnov test of two samples.</summary>
internal sealed class KolmogorovSmirnovOperation : IOperation
{
    public string Name => "drift.kolmogorov_smirnov";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var answer = KolmogorovSmirnov.Test(
            x,
            y,
            new KolmogorovSmirnovOptions
            {
                // SciPy's "greater" is about the first distribution function, so that the second sample is the larger one.
                Alternative = TwoSampleArguments.Alternative(arguments, greater: TwoSampleAlternative.CurrentGreater),
                Method =
                    arguments.Choice("method", "exact", "asymp") == "exact"
                        ? KolmogorovSmirnovMethod.Exact
                        : KolmogorovSmirnovMethod.Asymptotic,
            }
        );
        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
