using FsCheck.Fluent;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Quantiles;

public sealed class InterpolatedQuantileTests
{
    private static readonly double[] Ten = [3, 1, 2, 5, 4, 9, 7, 8, 6, 10];

    /// <summary>NumPy 1.24.2, quantile.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.9)]
    [InlineData(0.25, 3.25)]
    [InlineData(0.333, 3.9970000000000003)]
    [InlineData(0.5, 5.5)]
    [InlineData(0.75, 7.75)]
    [InlineData(0.9, 9.1)]
    [InlineData(0.999, 9.991)]
    [InlineData(1, 10)]
    public void Of_ReferenceValues_AgreeToTheLastDigit(double probability, double expected) =>
        Assert.Equal(expected, InterpolatedQuantile.Of(Ten, probability));

    [Theory]
    [InlineData(new[] { double.NegativeInfinity, 1 }, 0.25, double.NegativeInfinity)]
    [InlineData(new[] { 1, double.PositiveInfinity }, 0.25, double.PositiveInfinity)]
    [InlineData(new[] { 1, double.PositiveInfinity }, 0.0, 1)]
    [InlineData(new[] { double.PositiveInfinity, double.PositiveInfinity }, 0.5, double.PositiveInfinity)]
    [InlineData(new[] { double.NegativeInfinity, double.PositiveInfinity }, 0.5, double.NaN)]
    [InlineData(new[] { double.NegativeInfinity, double.PositiveInfinity }, 1.0, double.PositiveInfinity)]
    [InlineData(new[] { -double.MaxValue, double.MaxValue }, 0.5, 0.0)]
    [InlineData(new double[0], 0.5, double.NaN)]
    [InlineData(new[] { 7.0 }, 0.3, 7.0)]
    public void OfSorted_EdgesOfTheRange_AreHandled(double[] sorted, double probability, double expected) =>
        Assert.Equal(expected, InterpolatedQuantile.OfSorted(sorted, probability));

    [Fact]
    public void Of_AnyValues_RisesWithTheProbabilityWithinTheRange() =>
        Law.Holds(
            Numbers.Finite.NonEmptyListOf().Select(list => list.ToArray()),
            values =>
            {
                double[] sorted = [.. values.Order()];
                var last = sorted[0];
                for (var i = 0; i <= 64; i++)
                {
                    var quantile = InterpolatedQuantile.OfSorted(sorted, i / 64.0);
                    Assert.InRange(quantile, last, sorted[^1]);
                    last = quantile;
                }

                Assert.Equal(sorted[^1], last);
                Assert.Equal(InterpolatedQuantile.OfSorted(sorted, 0.3), InterpolatedQuantile.Of(values, 0.3));
            }
        );

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Of_NoProbability_IsRefused(double probability)
    {
        Assert.Equal(
            "probability",
            Assert.Throws<ArgumentOutOfRangeException>(() => InterpolatedQuantile.Of(Ten, probability)).ParamName
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => InterpolatedQuantile.OfSorted(Ten, probability));
    }

    [Fact]
    public void Of_NaN_IsRefused() =>
        Assert.Throws<ArgumentException>(() => InterpolatedQuantile.Of([1, double.NaN], 0.5));
}
