using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Conformance.Operations;

/// <summary>Levene's test of equal spread.</summary>
internal sealed class LeveneOperation : IOperation
{
    public string Name => "drift.levene";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var center = arguments.Choice("center", "median", "mean") == "mean" ? LeveneCenter.Mean : LeveneCenter.Median;
        var answer = Levene.Test(x, y, new LeveneOptions { Center = center });
        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
