using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

/// <summary>Samples for tests given the ties.</summary>
internal static class TiedSamples
{
    internal static readonly double[] First = [3, 1, 2, 13, 2, 5, 8];
    internal static readonly double[] Second = [4, 2, 3, 9, 4];

    /// <summary>Every way to give n of the pooled values to the reference, all equally likely under the null.</summary>
    internal static IEnumerable<(double[] Reference, double[] Current)> Splits(double[] pooled, int n) =>
        Enumerable
            .Range(0, 1 << pooled.Length)
            .Where(mask => int.PopCount(mask) == n)
            .Select(mask => (Chosen(pooled, mask), Chosen(pooled, ~mask)));

    /// <summary>The share of statistics at least as large as each, with its index.</summary>
    internal static double Share(IReadOnlyCollection<double> statistics, double observed) =>
        statistics.Count(statistic => statistic >= observed - (1e-9 * Math.Abs(observed))) / (double)statistics.Count;

    internal static double[] Uniform(int count, ulong seed, int kinds = 0)
    {
        var values = new double[count];
        Fill(values, new Xoshiro256(seed), kinds);
        return values;
    }

    /// <summary>Uniform values, or the first of so many kinds, each half as frequent as its neighbour below up to the last.</summary>
    internal static void Fill(double[] values, Xoshiro256 random, int kinds)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var uniform = random.NextUniform();
            values[i] = kinds == 0 ? uniform : Math.Min(kinds - 1, Math.Floor(-Math.Log2(1 - uniform)));
        }
    }

    private static double[] Chosen(double[] pooled, int mask) => [.. pooled.Where((_, i) => (mask & (1 << i)) != 0)];
}
