using Mlops.Statistics.EffectSizes;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.EffectSizes;

public sealed class CliffDeltaTests
{
    private static readonly double[] Treatment = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50];
    private static readonly double[] Control = [10, 20, 30, 40, 40, 50];

    /// <summary>R's effsize, cliff.delta(treatment, control): -0.25 in [-0.7265846, 0.3890062].</summary>
    [Fact]
    public void Measure_ExampleOfEffsize_AgreesWithReference()
    {
        var result = CliffDelta.Measure(Control, Treatment);

        Assert.Equal(-0.25, result.Value, 1e-15);
        Assert.Equal(-0.7265846, result.Interval.Lower, 5e-8);
        Assert.Equal(0.3890062, result.Interval.Upper, 5e-8);
        Assert.Equal(Math.Sqrt(0.09805555555555556), result.StandardError, 1e-14);
        Assert.Equal((6, 10), (result.ReferenceCount, result.CurrentCount));
    }

    /// <summary>(b - t²) / (b + t²) with b = 8, the 0.975 quantile of t with 15 degrees of freedom being 2.131449545559323 (SciPy).</summary>
    [Fact]
    public void Measure_SamplesApart_HaveAnInterval()
    {
        double[] low = [1, 2, 3, 4, 5, 6, 7, 8],
            high = [9, 10, 11, 12, 13, 14, 15, 16, 17];
        var square = 2.131449545559323 * 2.131449545559323;

        var up = CliffDelta.Measure(low, high);
        var down = CliffDelta.Measure(high, low);

        Assert.Equal((1, 1), (up.Value, up.Interval.Upper));
        Assert.Equal((8 - square) / (8 + square), up.Interval.Lower, 1e-12);
        Assert.Equal((-1, -1), (down.Value, down.Interval.Lower));
        Assert.Equal(-up.Interval.Lower, down.Interval.Upper);
    }

    [Fact]
    public void Measure_DataThatCannotAnswer_HaveAStatus()
    {
        var empty = CliffDelta.Measure([1.0], []);
        var single = CliffDelta.Measure([1.0], [0.0, 1, 2, 3]);

        Assert.Equal((ResultStatus.Empty, double.NaN), (empty.Status, empty.Value));
        Assert.Equal((ResultStatus.TooFewRows, 0.25), (single.Status, single.Value));
        Assert.Equal((double.NaN, double.NaN), (single.StandardError, single.Interval.Upper));
        Assert.Equal(0, CliffDelta.Measure([1.0, 1], [1.0, 1]).Value);
    }

    /// <summary>Rounded normal samples of 15 and 25, the current ones shifted by 0 or 1: ties in most pairs' neighbourhood.</summary>
    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.486067)]
    public void Measure_RoundedSamples_CoversAsStated(double shift, double truth)
    {
        const int replicates = 2_000;
        var random = new Xoshiro256(29);
        var covered = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            double[] reference = [.. NormalSamples.Draw(15, random).Select(value => Math.Round(value))],
                current = [.. NormalSamples.Draw(25, random).Select(value => Math.Round(value + shift))];
            covered += CliffDelta.Measure(reference, current).Interval.Contains(truth) ? 1 : 0;
        }

        Assert.InRange(covered / (double)replicates, 0.92, 0.98);
    }

    [Fact]
    public void Measure_BadArguments_AreNamed()
    {
        Assert.Equal(
            "reference",
            Assert.Throws<ArgumentException>(() => CliffDelta.Measure([double.NaN], [1.0])).ParamName
        );
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => CliffDelta.MeasureSorted([1.0], [2.0, 1])).ParamName
        );
        Assert.Equal(
            "confidenceLevel",
            Assert.Throws<ArgumentOutOfRangeException>(() => CliffDelta.Measure([1.0], [1.0], 0)).ParamName
        );
    }

    [Fact]
    public void Measure_Example_Compiles()
    {
        double[] control = [10, 20, 30, 40, 40, 50],
            treatment = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50];
        var delta = CliffDelta.Measure(control, treatment);
        var line = $"{delta.Value} {delta.Interval}";

        Assert.Equal("-0.25 [-0.7266, 0.389] at 95%", line);
    }
}
