using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Tests.Sketches.Quantiles;

/// <summary>Streams that are easy and hard on a quantile sketch; the same ones in every run.</summary>
internal static class KllOrders
{
    internal static IReadOnlyDictionary<string, Func<int, double[]>> All { get; } =
        new Dictionary<string, Func<int, double[]>>
        {
            ["shuffled"] = Shuffled,
            ["sorted"] = n => Generate(n, i => i),
            ["reversed"] = n => Generate(n, i => n - i),
            ["zoom in"] = n => Generate(n, i => i % 2 == 0 ? i : (2 * n) - i),
            ["zoom out"] = n => Generate(n, i => i % 2 == 0 ? n + i : n - i),
            ["Pareto"] = n => Draw(n, uniform => Math.Pow(1 - uniform, -2)),
            ["Cauchy"] = n => Draw(n, uniform => Math.Tan(Math.PI * (uniform - 0.5))),
            ["seven values"] = n => Draw(n, uniform => Math.Floor(7 * uniform * uniform)),
            ["two values"] = n => Draw(n, uniform => uniform < 0.3 ? 0 : 1),
            ["the same week again"] = n => Generate(n, i => i % 168),
        };

    internal static double[] Shuffled(int count)
    {
        var values = Generate(count, i => i);
        new Philox(17).Shuffle<double>(values);
        return values;
    }

    /// <summary>Standard normal numbers (Box and Muller).</summary>
    internal static double[] Normal(int count, ulong stream = 0)
    {
        var random = new Philox(23, stream);
        return Generate(
            count,
            _ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())
        );
    }

    private static double[] Draw(int count, Func<double, double> quantile)
    {
        var random = new Philox(19);
        return Generate(count, _ => quantile(random.NextDouble()));
    }

    private static double[] Generate(int count, Func<int, double> value)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = value(i);
        }

        return values;
    }
}
