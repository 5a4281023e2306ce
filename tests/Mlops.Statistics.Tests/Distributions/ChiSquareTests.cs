using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Tests.Distributions;

public sealed class ChiSquareTests
{
    /// <summary>The series of the incomplete gamma function, summed with 110 decimal digits (Python's decimal).</summary>
    [Theory]
    [InlineData(0.001, 0.5, 0.16495975076841285, 0.8350402492315872)]
    [InlineData(0.4, 0.02, 0.9877844094567542, 0.01221559054324581)]
    [InlineData(2.5, 1.0, 0.886153701993342, 0.11384629800665805)]
    [InlineData(150.0, 1.0, 1.0, 1.7336432457178264e-34)]
    [InlineData(0.01, 3.0, 0.0002651650586556098, 0.9997348349413444)]
    [InlineData(8.3, 9.0, 0.4957809715759392, 0.5042190284240607)]
    [InlineData(300.0, 9.0, 1.0, 2.6102773472070238e-59)]
    [InlineData(700.0, 1000.0, 2.8903599395611956e-14, 0.9999999999999711)]
    [InlineData(1000.0, 1000.0, 0.5059471461707603, 0.49405285382923964)]
    [InlineData(1300.0, 1000.0, 0.9999999996110264, 3.8897364994868526e-10)]
    [InlineData(1006000.0, 1000000.0, 0.9999885549158171, 1.1445084182949126e-05)]
    public void CdfAndSurvival_ReferenceValues_AgreeInBothTails(double x, double df, double lower, double upper)
    {
        Relative.Equal(lower, ChiSquare.Cdf(x, df), 2e-13);
        Relative.Equal(upper, ChiSquare.Survival(x, df), 2e-13);
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(-3.0, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.PositiveInfinity, 1.0)]
    public void CdfAndSurvival_BeyondTheSupport_AreZeroAndOne(double x, double lower)
    {
        Assert.Equal(lower, ChiSquare.Cdf(x, 3));
        Assert.Equal(1 - lower, ChiSquare.Survival(x, 3));
    }

    [Theory]
    [InlineData(double.NaN, 1.0, "x")]
    [InlineData(1.0, 0.0, "degreesOfFreedom")]
    [InlineData(1.0, -1.0, "degreesOfFreedom")]
    [InlineData(1.0, double.NaN, "degreesOfFreedom")]
    [InlineData(1.0, double.PositiveInfinity, "degreesOfFreedom")]
    public void CdfAndSurvival_BadArguments_AreNamed(double x, double df, string name)
    {
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.Cdf(x, df)).ParamName);
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.Survival(x, df)).ParamName);
    }
}
