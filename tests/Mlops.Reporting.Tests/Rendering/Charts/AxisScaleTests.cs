using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Tests.Rendering.Charts;

public class AxisScaleTests
{
    [Theory]
    [InlineData(-double.MaxValue, 0, double.MaxValue, 50)]
    [InlineData(0, 5e-324, 1e-323, 50)]
    [InlineData(0, 1, 4, 25)]
    public void Position_BetweenLimits_IsProportional(double lower, double value, double upper, double expected) =>
        Assert.Equal(expected, AxisScale.Over([lower, upper], 0, 100).Position(value), 6);

    [Fact]
    public void Position_OutsideOrNotANumber_StaysOnTheLine()
    {
        var axis = AxisScale.Over([0, 1], 10, 100);

        Assert.Equal(10, axis.Position(double.NegativeInfinity));
        Assert.Equal(110, axis.Position(double.PositiveInfinity));
        Assert.Equal(10, axis.Position(double.NaN));
    }

    [Fact]
    public void Over_OneValueOrNone_HasARange()
    {
        foreach (var values in new double[][] { [], [0], [5], [-5], [double.Epsilon], [double.MaxValue], [double.NaN] })
        {
            var axis = AxisScale.Over(values, 0, 1);

            Assert.True(axis.Lower < axis.Upper, string.Join(' ', values));
            Assert.True(double.IsFinite(axis.Lower) && double.IsFinite(axis.Upper));
        }
    }
}
