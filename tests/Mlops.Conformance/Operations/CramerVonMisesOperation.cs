using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Conformance.Operations;

/// <summary>The Cramér-von Mises test of two samples.</summary>
internal sealed class CramerVonMisesOperation : IOperation
{
    public string Name => "drift.cramer_von_mises";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var answer = CramerVonMises.Test(
            x,
            y,
            new CramerVonMisesOptions
            {
                Method =
                    arguments.Choice("method", "exact", "asymptotic") == "exact"
                        ? CramerVonMisesMethod.Exact
                        : CramerVonMisesMethod.Asymptotic,
            }
        );
        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
