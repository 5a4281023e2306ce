using Mlops.Statistics.Intervals;
using Mlops.Statistics.Moments;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.Intervals;

public sealed class MeanAndQuantileIntervalTests
{
    private static readonly double[] Values = [2.1, 3.4, 1.9, 5.6, 4.4, 3.3, 2.8, 9.5, 0.4];

    /// <summary>SciPy 1.10.1, scipy.stats.t.interval of the first seven.</summary>
    [Fact]
    public void Mean_ReferenceValues_Agree()
    {
        var interval = MeanInterval.Of(Values.AsSpan(0, 7), 0.9);
        Relative.Equal(2.402488338008739, interval.Lower, 1e-10);
        Relative.Equal(4.311797376276974, interval.Upper, 1e-10);
        Assert.Equal(interval, MeanInterval.Of(MeanSummary.Of(Values.AsSpan(0, 7)), 0.9));
        Assert.Equal(new ConfidenceInterval(4, 4, 0.95), MeanInterval.Of([4, 4, 4]));
        Assert.Equal(double.NaN, MeanInterval.Of([4]).Lower);
        Assert.Equal(double.NaN, MeanInterval.Of([]).Upper);
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanInterval.Of([4, 5], 0));
    }

    /// <summary>scipy.stats.binom (SciPy 1.10.1), by search over all ranks.</summary>
    [Theory]
    [InlineData(20, 0.5, 0.95, 6, 15, 0.9586105346679688)]
    [InlineData(6, 0.5, 0.95, 1, 6, 0.96875)]
    [InlineData(5, 0.5, 0.95, 0, 6, 1.0)]
    [InlineData(100, 0.9, 0.9, 85, 96, 0.9363983902254399)]
    [InlineData(367, 0.99, 0.95, 359, 368, 0.9873807468697264)]
    [InlineData(368, 0.99, 0.95, 360, 368, 0.9624158204108587)]
    [InlineData(1000, 0.25, 0.99, 215, 287, 0.9914813201038662)]
    public void Quantile_Ranks_AgreeWithReference(
        int n,
        double probability,
        double level,
        int lower,
        int upper,
        double coverage
    )
    {
        double[] values = [.. Enumerable.Range(1, n).Select(i => (double)i)];
        var result = QuantileInterval.OfSorted(values, probability, level);

        Assert.Equal((lower, upper), (result.LowerRank, result.UpperRank));
        Relative.Equal(coverage, result.Coverage, 1e-11);
        Assert.Equal(lower == 0 ? double.NegativeInfinity : lower, result.Interval.Lower);
        Assert.Equal(upper > n ? double.PositiveInfinity : upper, result.Interval.Upper);
    }

    /// <summary>Hettmansperger and Sheather's (1986) formula for the median, in NumPy.</summary>
    [Fact]
    public void Quantile_InterpolatedMedian_AgreesWithReference()
    {
        var result = QuantileInterval.Of(Values, 0.5, 0.95, QuantileIntervalMethod.Interpolated);

        Relative.Equal(1.9455813953488375, result.Interval.Lower, 1e-10);
        Relative.Equal(5.326511627906976, result.Interval.Upper, 1e-10);
        Assert.Equal((2, 8), (result.LowerRank, result.UpperRank));
    }

    [Fact]
    public void Quantile_Turned_IsTurned()
    {
        double[] turned = [.. Values.Select(x => -x)];
        foreach (var method in Enum.GetValues<QuantileIntervalMethod>())
        {
            var plain = QuantileInterval.Of(Values, 0.3, 0.8, method);
            var other = QuantileInterval.Of(turned, 0.7, 0.8, method);
            Relative.Equal(plain.Interval.Lower, -other.Interval.Upper, 1e-9);
            Relative.Equal(plain.Interval.Upper, -other.Interval.Lower, 1e-9);
        }
    }

    [Fact]
    public void Quantile_ManySamples_AreCoveredAsPromised()
    {
        var random = new Xoshiro256(4);
        const int trials = 4_000;
        const double truth = 1.3862943611198906;
        int exact = 0,
            interpolated = 0;
        for (var i = 0; i < trials; i++)
        {
            // The upper quartile of a standard exponential distribution is ln 4.
            double[] x = [.. Enumerable.Range(0, 35).Select(_ => -Math.Log(1 - random.NextUniform()))];
            exact += QuantileInterval.Of(x, 0.75, 0.9).Interval.Contains(truth) ? 1 : 0;
            interpolated += QuantileInterval
                .Of(x, 0.75, 0.9, QuantileIntervalMethod.Interpolated)
                .Interval.Contains(truth)
                ? 1
                : 0;
        }

        var coverage = QuantileInterval.OfSorted(new double[35], 0.75, 0.9).Coverage;
        Assert.InRange(exact / (double)trials, coverage - 0.015, coverage + 0.015);
        Assert.InRange(interpolated / (double)trials, 0.885, 0.92);
    }

    [Fact]
    public void Quantile_InfinitiesAndBadArguments_AreTold()
    {
        double[] ends = [double.NegativeInfinity, 1, 2, 3, 4, 5, 6, 7, double.PositiveInfinity];
        Assert.False(
            double.IsNaN(QuantileInterval.OfSorted(ends, 0.5, 0.99, QuantileIntervalMethod.Interpolated).Interval.Lower)
        );
        Assert.Equal(ResultStatus.Empty, QuantileInterval.Of([], 0.5).Status);
        Assert.Throws<ArgumentException>(() => QuantileInterval.Of([double.NaN], 0.5));
        Assert.Throws<ArgumentException>(() => QuantileInterval.OfSorted([2, 1], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileInterval.Of([1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileInterval.Of([1], 0.5, 0.9, (QuantileIntervalMethod)5));
    }
}
