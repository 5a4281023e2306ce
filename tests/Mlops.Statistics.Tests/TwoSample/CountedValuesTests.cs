using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample;

public sealed class CountedValuesTests
{
    [Fact]
    public void Total_Counts_IsTheirSum()
    {
        var sample = new CountedValues([1, 2, 2, 3], [5, 0, 1, long.MaxValue - 6]);

        Assert.Equal(long.MaxValue, sample.Total);
        Assert.Equal(4, sample.Values.Length);
        Assert.Equal(0, default(CountedValues).Total);
    }

    [Fact]
    public void Constructor_BadArguments_AreNamed()
    {
        Assert.Equal("counts", Assert.Throws<ArgumentException>(() => _ = new CountedValues([1], [1, 2])).ParamName);
        Assert.Equal("counts", Assert.Throws<ArgumentException>(() => _ = new CountedValues([1], [-1])).ParamName);
        Assert.Equal(
            "counts",
            Assert.Throws<ArgumentException>(() => _ = new CountedValues([1, 2], [long.MaxValue, 1])).ParamName
        );
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => _ = new CountedValues([2, 1], [1, 1])).ParamName);
        Assert.Equal(
            "values",
            Assert.Throws<ArgumentException>(() => _ = new CountedValues([double.NaN], [1])).ParamName
        );
    }

    [Fact]
    public void Test_CountsBeyondAnySpan_AreExact()
    {
        // D = |1/2 - (1/2 + 2^-41)| in whole numbers, where a difference of two rounded shares has few digits left.
        const long half = 1L << 40;
        var result = KolmogorovSmirnov.Test(
            new CountedValues([0, 1], [half, half]),
            new CountedValues([0, 1], [half + 1, half - 1])
        );

        Assert.Equal(1.0 / (2 * half), result.Statistic);
        Assert.Equal(0, result.Location);
        Assert.Equal(1, result.PValue, 1e-12);
        Assert.Equal(KolmogorovSmirnovMethod.Asymptotic, result.Method);
    }
}
