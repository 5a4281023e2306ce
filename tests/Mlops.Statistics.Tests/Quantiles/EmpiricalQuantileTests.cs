using FsCheck.Fluent;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Quantiles;

public sealed class EmpiricalQuantileTests
{
    private static readonly double[] Ten = [3, 1, 2, 5, 4, 9, 7, 8, 6, 10];

    // numpy 1.24.2: np.quantile(v, p, method='inverted_cdf').
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1)]
    [InlineData(0.1, 1)]
    [InlineData(0.25, 3)]
    [InlineData(0.3, 3)]
    [InlineData(0.7, 7)]
    [InlineData(0.95, 10)]
    [InlineData(1, 10)]
    public void Of_TenValues_EqualsNumpy(double probability, double expected) =>
        Assert.Equal(expected, EmpiricalQuantile.Of(Ten, probability));

    [Fact]
    public void Rank_EveryMultiple_IsExact()
    {
        for (var n = 1; n <= 400; n++)
        {
            for (var k = 1; k <= n; k++)
            {
                var probability = k / (double)n;
                Assert.Equal(k, EmpiricalQuantile.Rank(n, probability));
                Assert.Equal(
                    Math.Min(n, k + 1),
                    EmpiricalQuantile.Rank(n, Math.Min(1, Math.BitIncrement(probability)))
                );
            }
        }
    }

    [Fact]
    public void Rank_LargeCount_IsExact()
    {
        const long Count = 3_000_000_000;
        Assert.Equal(300_000_000, EmpiricalQuantile.Rank(Count, 0.1));
        Assert.Equal(2_100_000_000, EmpiricalQuantile.Rank(Count, 0.7));
        Assert.Equal(1, EmpiricalQuantile.Rank(Count, 1e-300));
        Assert.Equal(Count, EmpiricalQuantile.Rank(Count, Math.BitDecrement(1.0)));
    }

    [Fact]
    public void Rank_AnyInput_IsTheSmallestThatReachesTheProbability() =>
        Law.Holds(
            Gen.Choose(1, 1000).Zip(Gen.Choose(0, 1_000_000).Select(i => i / 1e6)),
            input =>
            {
                var (n, p) = input;
                var expected = Enumerable.Range(1, n).First(k => k / (double)n >= p);
                Assert.Equal(expected, EmpiricalQuantile.Rank(n, p));
            }
        );

    [Fact]
    public void Of_NoValues_IsNaN()
    {
        Assert.Equal(double.NaN, EmpiricalQuantile.Of([], 0.5));
        Assert.Equal(double.NaN, EmpiricalQuantile.OfSorted([], 0.5));
    }

    [Fact]
    public void OfSorted_Infinities_AreValues()
    {
        double[] sorted = [double.NegativeInfinity, 0, double.PositiveInfinity];
        Assert.Equal(double.NegativeInfinity, EmpiricalQuantile.OfSorted(sorted, 0.3));
        Assert.Equal(0, EmpiricalQuantile.OfSorted(sorted, 0.5));
        Assert.Equal(double.PositiveInfinity, EmpiricalQuantile.OfSorted(sorted, 1));
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    public void Of_NotAProbability_Throws(double probability)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(probability), () => EmpiricalQuantile.Of(Ten, probability));
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(probability),
            () => EmpiricalQuantile.OfSorted(Ten, probability)
        );
        Assert.Throws<ArgumentOutOfRangeException>(nameof(probability), () => EmpiricalQuantile.Rank(10, probability));
    }

    [Fact]
    public void Rank_NoValues_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("count", () => EmpiricalQuantile.Rank(0, 0.5));

    [Fact]
    public void Of_NaN_Throws() =>
        Assert.Throws<ArgumentException>("values", () => EmpiricalQuantile.Of([1, double.NaN], 0.5));
}
