using System.Globalization;

namespace Mlops.Abstractions.Tests;

public class ConfidenceIntervalTests
{
    [Theory]
    [InlineData(0.1, true)]
    [InlineData(0.2, true)]
    [InlineData(0.15, true)]
    [InlineData(0.0999, false)]
    [InlineData(0.2001, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Contains_Value_CountsBothLimits(double value, bool expected) =>
        Assert.Equal(expected, new ConfidenceInterval(0.1, 0.2, 0.9).Contains(value));

    [Fact]
    public void Contains_OpenEndedInterval_HoldsInfinity() =>
        Assert.True(new ConfidenceInterval(0, double.PositiveInfinity, 0.95).Contains(double.PositiveInfinity));

    [Fact]
    public void ToString_UnderAnotherCulture_IsInvariant()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal("[0.0125, 0.25] at 99.5%", new ConfidenceInterval(0.0125, 0.25, 0.995).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Equality_ComparesAllThree()
    {
        var interval = new ConfidenceInterval(0, 1, 0.9);

        Assert.Equal(interval, new ConfidenceInterval(0, 1, 0.9));
        Assert.NotEqual(interval, interval with { Lower = -1 });
        Assert.NotEqual(interval, interval with { Upper = 2 });
        Assert.NotEqual(interval, interval with { Level = 0.95 });
    }
}
