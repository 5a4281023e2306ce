using FsCheck.Fluent;
using Mlops.Statistics.Histograms;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Histograms;

public sealed class HistogramBinningTests
{
    // x = ((i * 17) % 23) / 7.0 for i = 0 to 36.
    private static readonly double[] Values = [.. Enumerable.Range(0, 37).Select(i => ((i * 17) % 23) / 7.0)];

    // numpy 1.24.2: np.unique([np.sort(x)[(n * k + bins - 1) // bins - 1] for k in 1..bins-1]).
    [Fact]
    public void QuantileOfUnsorted_SevenBins_EqualsNumpy() =>
        Assert.Equal(
            [0.42857142857142855, 0.8571428571428571, 1.4285714285714286, 2.0, 2.2857142857142856, 2.857142857142857],
            HistogramBinning.QuantileOfUnsorted(Values, 7)
        );

    // numpy 1.24.2: np.unique([x.min() + k * ((x.max() - x.min()) / bins) for k in 1..bins-1]).
    [Fact]
    public void Uniform_SevenBins_EqualsNumpy() =>
        Assert.Equal(
            [
                0.4489795918367347,
                0.8979591836734694,
                1.346938775510204,
                1.7959183673469388,
                2.2448979591836733,
                2.693877551020408,
            ],
            HistogramBinning.Uniform(Values, 7)
        );

    [Fact]
    public void Uniform_Constant_IsTheValue() => Assert.Equal([4.0], HistogramBinning.Uniform([4, 4, 4], 10));

    [Fact]
    public void Quantile_FewDistinct_MergesEqualEdges() =>
        Assert.Equal([1.0, 2], HistogramBinning.Quantile([1, 1, 1, 1, 1, 2, 2, 2], 10));

    [Fact]
    public void Binning_NoValuesOrOneBin_HasNoEdges()
    {
        Assert.Empty(HistogramBinning.Uniform([], 10));
        Assert.Empty(HistogramBinning.Quantile([], 10));
        Assert.Empty(HistogramBinning.Uniform([1, 2], 1));
        Assert.Empty(HistogramBinning.Quantile([1, 2], 1));
        Assert.Empty(HistogramBinning.Uniform([double.PositiveInfinity], 10));
    }

    [Fact]
    public void Uniform_Infinities_DoNotStretchTheRange() =>
        Assert.Equal([0.5], HistogramBinning.Uniform([0, double.NegativeInfinity, 1, double.PositiveInfinity], 2));

    [Fact]
    public void Uniform_RangeBeyondDouble_IsFinite() =>
        Assert.Equal([-0.5e308, 0, 0.5e308], HistogramBinning.Uniform([-1e308, 1e308], 4));

    [Fact]
    public void Quantile_AnyValues_GivesBinsOfAtMostTheirShareAndTies() =>
        Law.Holds(
            Gen.Choose(1, 60).SelectMany(n => Numbers.Ordered.ArrayOf(n)).Zip(Gen.Choose(1, 30)),
            input =>
            {
                var (values, bins) = input;
                var edges = HistogramBinning.QuantileOfUnsorted(values, bins);
                var distinct = values.Distinct().Count();
                Assert.InRange(edges.Length, 0, Math.Min(bins - 1, distinct));
                Assert.All(edges, edge => Assert.Contains(edge, values));
                Assert.Equal(edges.Distinct().Order(), edges);
                for (var k = 1; k < bins; k++)
                {
                    // Rank ceil(n k / bins): at least the share k / bins lies at or below edge k, and less than it strictly below.
                    var wanted = (long)values.Length * k;
                    Assert.Contains(
                        edges,
                        e =>
                            values.LongCount(x => x <= e) * bins >= wanted
                            && values.LongCount(x => x < e) * bins < wanted
                    );
                }
            }
        );

    [Fact]
    public void Binning_NoBins_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => HistogramBinning.Uniform([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => HistogramBinning.Quantile([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => HistogramBinning.QuantileOfUnsorted([1], -1));
    }

    [Fact]
    public void Binning_NaN_ThrowsAndNamesThePosition()
    {
        double[] values = [1, double.NaN];
        Assert.Contains(
            "values[1] is NaN",
            Assert.Throws<ArgumentException>("values", () => HistogramBinning.Uniform(values, 3)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "values[1] is NaN",
            Assert.Throws<ArgumentException>("values", () => HistogramBinning.QuantileOfUnsorted(values, 3)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>("sorted", () => HistogramBinning.Quantile(values, 3));
    }

    [Fact]
    public void Quantile_SeenToDescend_Throws()
    {
        var exception = Assert.Throws<ArgumentException>("sorted", () => HistogramBinning.Quantile([3, 2, 1], 3));
        Assert.Contains("sorted[1] is 2, after 3", exception.Message, StringComparison.Ordinal);
    }
}
