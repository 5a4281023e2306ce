namespace Mlops.Statistics.Tests.TwoSample.Ranks;

/// <summary>Samples that several rank tests are held against others' numbers with.</summary>
internal static class RankSamples
{
    internal static double[] Tied { get; } = [3, 1, 2, 13, 2, 5, 8];

    internal static double[] Other { get; } = [4, 2, 3, 9, 4];

    /// <summary>Pain scores: Brunner and Munzel (2000), as R's lawstat and SciPy show them.</summary>
    internal static double[] Pain { get; } = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1];

    internal static double[] OtherPain { get; } = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];

    internal static double[] ManyTied { get; } =
    [.. Enumerable.Range(0, 3000).Select(i => Math.Floor(i * 7919L % 3001 / 30.0))];

    internal static double[] ManyOther { get; } =
    [.. Enumerable.Range(0, 2000).Select(i => Math.Floor(i * 104729L % 2003 / 18.0))];

    /// <summary>0, 1, … n - 1 and m values as far apart over the same range, shifted.</summary>
    internal static (double[] Reference, double[] Current) Spaced(int n, int m, double shift) =>
        (
            [.. Enumerable.Range(0, n).Select(i => (double)i)],
            [.. Enumerable.Range(0, m).Select(i => (i * ((double)n / m)) + shift + 0.25)]
        );

    /// <summary>Two evenly spaced samples about 0, the second one's steps being of another width.</summary>
    internal static (double[] Reference, double[] Current) Scaled(int n, int m, double width) =>
        (
            [.. Enumerable.Range(0, n).Select(i => i - ((n - 1) / 2.0))],
            [.. Enumerable.Range(0, m).Select(i => ((i - ((m - 1) / 2.0)) * width) + 0.01)]
        );

    /// <summary>A sample as distinct values and counts, some of them 0.</summary>
    internal static (double[] Values, long[] Counts) Counted(double[] sample)
    {
        double[] values = [.. sample.Append(-100).Append(100).Distinct().Order()];
        return (values, [.. values.Select(value => sample.LongCount(other => other == value))]);
    }

    /// <summary>All choices of <paramref name="n"/> of the pooled values as the reference.</summary>
    internal static IEnumerable<(double[] Reference, double[] Current)> Assignments(double[] pooled, int n) =>
        Enumerable
            .Range(0, 1 << pooled.Length)
            .Where(mask => int.PopCount(mask) == n)
            .Select(mask =>
                (
                    pooled.Where((_, i) => (mask & (1 << i)) != 0).ToArray(),
                    pooled.Where((_, i) => (mask & (1 << i)) == 0).ToArray()
                )
            );
}
