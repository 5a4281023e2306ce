using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Conformance.Operations;

/// <summary>The Wasserstein distance; weights may be left out on either side.</summary>
internal sealed class WassersteinOperation : IOperation
{
    public string Name => "drift.wasserstein";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        double[]? xWeights = arguments.OptionalNumbers("x_weights"),
            yWeights = arguments.OptionalNumbers("y_weights");
        var answer =
            xWeights is null && yWeights is null
                ? Wasserstein.Measure(x, y)
                : Wasserstein.Measure(x, xWeights ?? Ones(x), y, yWeights ?? Ones(y));
        result.Add("distance", answer.Distance);
    }

    private static double[] Ones(double[] values)
    {
        var ones = new double[values.Length];
        Array.Fill(ones, 1);
        return ones;
    }
}
