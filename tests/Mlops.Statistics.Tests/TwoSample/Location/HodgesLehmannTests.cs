using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Tests.TwoSample.Location;

public sealed class HodgesLehmannTests
{
    private static readonly double[] Term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    private static readonly double[] Earlier = [1.15, 0.88, 0.90, 0.74, 1.21];

    /// <summary>Permeability of the human chorioamnion, Hollander and Wolfe (1999), 4.1; R's wilcox.test(x, y, conf.int = TRUE): 0.305 in [-0.15, 0.76].</summary>
    [Fact]
    public void Estimate_Permeability_AgreesWithReference()
    {
        var result = HodgesLehmann.Estimate(Earlier, Term);

        Assert.Equal(0.305, result.Shift, 1e-12);
        Assert.Equal(-0.15, result.Interval.Lower, 1e-12);
        Assert.Equal(0.76, result.Interval.Upper, 1e-12);
        Assert.Equal(0.95, result.Interval.Level);
        Assert.True(result.IsExact);
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal((5, 10), (result.ReferenceCount, result.CurrentCount));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 8)]
    [InlineData(40, 31)]
    [InlineData(90, 110)]
    public void Estimate_AnySamples_IsTheMedianOfAllDifferences(int n, int m)
    {
        var random = new Xoshiro256((ulong)(n * m));
        double[] reference = [.. Enumerable.Range(0, n).Select(_ => Math.Round(random.NextUniform(), 2) - 0.5)],
            current = [.. Enumerable.Range(0, m).Select(_ => Math.Round(8 * random.NextUniform()) * 1e3)];
        double[] differences = [.. current.SelectMany(y => reference.Select(x => y - x)).Order()];
        var middle = differences.Length / 2;
        var median =
            differences.Length % 2 == 1 ? differences[middle] : (differences[middle] + differences[middle - 1]) / 2;

        var result = HodgesLehmann.Estimate(reference, current, 0.9);

        Assert.Equal(median, result.Shift, 1e-9);
        if (double.IsFinite(result.Interval.Lower))
        {
            var below = Array.IndexOf(differences, result.Interval.Lower);
            Assert.True(below >= 0);
            Assert.Contains(result.Interval.Upper, differences);
            Assert.True(result.Interval.Contains(result.Shift));
        }
    }

    [Fact]
    public void Estimate_TooFewValues_HaveNoEnds()
    {
        var result = HodgesLehmann.Estimate([1.0, 2], [4.0, 5]);

        Assert.Equal(3, result.Shift);
        Assert.Equal(
            (double.NegativeInfinity, double.PositiveInfinity),
            (result.Interval.Lower, result.Interval.Upper)
        );
    }

    [Fact]
    public void Estimate_DataThatCannotAnswer_HaveAStatus()
    {
        var empty = HodgesLehmann.Estimate([], [1.0]);
        var infinite = HodgesLehmann.Estimate([1.0, double.PositiveInfinity], [1.0]);

        Assert.Equal(ResultStatus.Empty, empty.Status);
        Assert.Equal(ResultStatus.Infinite, infinite.Status);
        Assert.Equal((double.NaN, double.NaN), (empty.Shift, infinite.Shift));
        Assert.Equal(double.NaN, infinite.Interval.Lower);
    }

    /// <summary>The interval covers at its level: within three standard errors of 2,000 samples, or above where it is exact and discrete.</summary>
    [Theory]
    [InlineData(12, 9, 0.95, 0.98)]
    [InlineData(70, 60, 0.935, 0.965)]
    public void Estimate_ShiftedSamples_CoversTheShift(int n, int m, double least, double most)
    {
        var random = new Xoshiro256(17);
        var covered = 0;
        for (var replicate = 0; replicate < 2_000; replicate++)
        {
            double[] reference = [.. Enumerable.Range(0, n).Select(_ => -Math.Log(1 - random.NextUniform()))],
                current = [.. Enumerable.Range(0, m).Select(_ => 2 - Math.Log(1 - random.NextUniform()))];
            covered += HodgesLehmann.Estimate(reference, current).Interval.Contains(2) ? 1 : 0;
        }

        Assert.InRange(covered / 2_000.0, least - 0.015, most);
    }

    [Fact]
    public void Estimate_LargeSamples_NeedNotFormAllDifferences()
    {
        var random = new Xoshiro256(3);
        double[] reference = [.. Enumerable.Range(0, 50_000).Select(_ => random.NextUniform())],
            current = [.. reference.Select(value => value + 0.25)];

        var result = HodgesLehmann.Estimate(reference, current);

        Assert.Equal(0.25, result.Shift, 1e-3);
        Assert.False(result.IsExact);
        Assert.True(result.Interval.Contains(0.25));
        Assert.InRange(result.Interval.Upper - result.Interval.Lower, 0.006, 0.008);
    }

    [Fact]
    public void Estimate_BadArguments_AreNamed()
    {
        Assert.Equal(
            "reference",
            Assert.Throws<ArgumentException>(() => HodgesLehmann.Estimate([double.NaN], [1.0])).ParamName
        );
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => HodgesLehmann.EstimateSorted([1.0], [2.0, 1])).ParamName
        );
        Assert.Equal(
            "confidenceLevel",
            Assert.Throws<ArgumentOutOfRangeException>(() => HodgesLehmann.Estimate([1.0], [1.0], 1)).ParamName
        );
    }

    [Fact]
    public void Estimate_Example_Compiles()
    {
        double[] reference = [1.15, 0.88, 0.90, 0.74, 1.21],
            current = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
        var shift = HodgesLehmann.Estimate(reference, current, confidenceLevel: 0.95);
        var line = $"{shift.Shift:F3}, {shift.Interval}";

        Assert.Equal("0.305, [-0.15, 0.76] at 95%", line);
    }
}
