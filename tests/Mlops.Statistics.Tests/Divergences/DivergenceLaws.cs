using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Divergences;

/// <summary>What holds for every measure of how far apart two sets of shares are. A class for each says which measure, and what it promises.</summary>
public abstract class DivergenceLaws
{
    private const double Rounding = 1e-12;

    protected abstract double Measure(double[] p, double[] q);

    protected abstract double MeasureCounts(long[] p, long[] q);

    /// <summary>The largest value it can take.</summary>
    protected virtual double LargestValue => 1;

    /// <summary>Counts of three samples over the same bins, some of them empty.</summary>
    private static Gen<long[][]> Samples { get; } =
        Gen.Choose(1, 12)
            .SelectMany(bins =>
                Gen.Frequency(
                        (1, Gen.Constant(0L)),
                        (4, Gen.Choose(0, 9).Select(i => (long)i)),
                        (3, Gen.Choose(0, 100_000).Select(i => (long)i))
                    )
                    .ArrayOf(bins)
                    .ArrayOf(3)
            )
            .Where(samples => samples.All(counts => counts.Sum() > 0));

    [Fact]
    public void Measure_AnyShares_LiesInItsRange() =>
        Law.Holds(Samples, samples => Assert.InRange(Of(samples[0], samples[1]), 0, LargestValue));

    [Fact]
    public void Measure_Itself_IsExactlyZero() =>
        Law.Holds(
            Samples,
            samples =>
            {
                Assert.Equal(0, Of(samples[0], samples[0]));
                long[] tenfold = [.. samples[0].Select(count => 10 * count)];
                Assert.Equal(0, MeasureCounts(samples[0], tenfold));
            }
        );

    [Fact]
    public void Measure_CountsOrShares_AreTheSame() =>
        Law.Holds(Samples, samples => Equal(Of(samples[0], samples[1]), MeasureCounts(samples[0], samples[1])));

    /// <summary>For those that promise symmetry.</summary>
    protected void HoldsSymmetry() =>
        Law.Holds(Samples, samples => Equal(Of(samples[0], samples[1]), Of(samples[1], samples[0])));

    [Fact]
    public void Measure_PermutedBins_IsTheSame() =>
        Law.Holds(
            Samples.SelectMany(samples =>
                Gen.Shuffle(Enumerable.Range(0, samples[0].Length).ToArray()).Select(order => (samples, order))
            ),
            input =>
            {
                var (samples, order) = input;
                Equal(Of(samples[0], samples[1]), Of(Ordered(samples[0], order), Ordered(samples[1], order)));
            }
        );

    [Fact]
    public void Measure_EmptyBinAdded_IsTheSame() =>
        Law.Holds(Samples, samples => Equal(Of(samples[0], samples[1]), Of([.. samples[0], 0], [.. samples[1], 0])));

    /// <summary>For those that merging bins never increases (the data processing inequality).</summary>
    protected void HoldsMonotonicityUnderMerging() =>
        Law.Holds(
            Samples.Where(samples => samples[0].Length > 1),
            samples =>
            {
                var merged = Of(Merged(samples[0]), Merged(samples[1]));
                Assert.True(merged <= Of(samples[0], samples[1]) + Rounding);
            }
        );

    /// <summary>For metrics.</summary>
    protected void HoldsTriangleInequality() =>
        Law.Holds(
            Samples,
            samples =>
                Assert.True(
                    Of(samples[0], samples[2]) <= Of(samples[0], samples[1]) + Of(samples[1], samples[2]) + Rounding
                )
        );

    [Fact]
    public void Measure_BadInput_IsNamed()
    {
        Assert.Contains(
            "empty",
            Assert.Throws<ArgumentException>(() => Measure([], [])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "2 bins",
            Assert.Throws<ArgumentException>(() => Measure([1], [1, 2])).Message,
            StringComparison.Ordinal
        );
        foreach (var bad in (double[])[-1, double.NaN, double.PositiveInfinity])
        {
            var exception = Assert.Throws<ArgumentException>(() => Measure([1, 2, 3], [1, 2, bad]));
            Assert.Contains("position 2", exception.Message, StringComparison.Ordinal);
            Assert.NotNull(exception.ParamName);
        }

        Assert.Contains(
            "sums to 0",
            Assert.Throws<ArgumentException>(() => Measure([0, 0], [1, 2])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "-2 at position 1",
            Assert.Throws<ArgumentException>(() => MeasureCounts([1, -2], [1, 2])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "sums to",
            Assert.Throws<ArgumentException>(() => MeasureCounts([long.MaxValue, 1], [1, 2])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Measure_HugeAndTinyWeights_AreOnlyRatios()
    {
        var expected = Measure([1, 2, 3], [3, 2, 1]);

        Equal(expected, Measure([5e307, 1e308, 1.5e308], [3e-310, 2e-310, 1e-310]));
    }

    private static void Equal(double expected, double actual) =>
        Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= Rounding * Math.Max(1, expected),
            FormattableString.Invariant($"{expected} is not {actual}")
        );

    private static long[] Ordered(long[] counts, int[] order) => [.. order.Select(i => counts[i])];

    private static long[] Merged(long[] counts) => [counts[0] + counts[1], .. counts[2..]];

    private double Of(long[] p, long[] q) => Measure([.. p.Select(i => (double)i)], [.. q.Select(i => (double)i)]);
}
