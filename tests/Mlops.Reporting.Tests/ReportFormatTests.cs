namespace Mlops.Reporting.Tests;

public class ReportFormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.123456, "0.1235")]
    [InlineData(-0.123456, "-0.1235")]
    [InlineData(12.3456, "12.35")]
    [InlineData(9999.6, "10,000")]
    [InlineData(0.99996, "1")]
    [InlineData(123456.7, "123,457")]
    [InlineData(999_400_000, "999,400,000")]
    [InlineData(999_999_999, "1e9")]
    [InlineData(1e9, "1e9")]
    [InlineData(1.23456e12, "1.235e12")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00009999, "9.999e-5")]
    [InlineData(0.000099999, "0.0001")]
    [InlineData(1.23456e-7, "1.235e-7")]
    [InlineData(double.NaN, "n/a")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "-∞")]
    [InlineData(double.MaxValue, "1.798e308")]
    [InlineData(double.Epsilon, "4.941e-324")]
    public void Number_FourDigits_IsRoundedAndTrimmed(double value, string expected) =>
        Assert.Equal(expected, ReportFormat.Number(value));

    [Theory]
    [InlineData(0.12, 3, "0.120")]
    [InlineData(1234.5, 3, "1,234.500")]
    [InlineData(-0.0001, 2, "0.00")]
    [InlineData(-0.006, 2, "-0.01")]
    [InlineData(double.NaN, 2, "n/a")]
    public void Fixed_Decimals_AreKept(double value, int decimals, string expected) =>
        Assert.Equal(expected, ReportFormat.Fixed(value, decimals));

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(1, "100%")]
    [InlineData(-1, "-100%")]
    [InlineData(0.123, "12.3%")]
    [InlineData(0.0004, "< 0.1%")]
    [InlineData(-0.0004, "> -0.1%")]
    [InlineData(0.9996, "> 99.9%")]
    [InlineData(-0.9996, "< -99.9%")]
    [InlineData(1.5, "150.0%")]
    [InlineData(-0.03, "-3.0%")]
    [InlineData(double.NaN, "n/a")]
    [InlineData(double.PositiveInfinity, "∞%")]
    public void Percent_OneDecimal_NeverRoundsToNoneOrAll(double share, string expected) =>
        Assert.Equal(expected, ReportFormat.Percent(share));

    [Theory]
    [InlineData(0.0, "< 0.001")]
    [InlineData(0.0009, "< 0.001")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0421, "0.042")]
    [InlineData(0.9995, "> 0.999")]
    [InlineData(1.0, "1")]
    [InlineData(double.NaN, "n/a")]
    public void PValue_Extremes_SaySo(double p, string expected) => Assert.Equal(expected, ReportFormat.PValue(p));

    [Fact]
    public void Count_Thousands_AreSeparated() => Assert.Equal("-1,234,567", ReportFormat.Count(-1234567));

    [Fact]
    public void Interval_Limits_AreInWords()
    {
        Assert.Equal("-0.2 to 0.31", ReportFormat.Interval(-0.2, 0.31));
        Assert.Equal("0.1 to ∞", ReportFormat.Interval(0.1, double.PositiveInfinity));
        Assert.Equal("n/a", ReportFormat.Interval(double.NaN, 1));
    }

    [Fact]
    public void Number_DigitsOutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportFormat.Number(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportFormat.Number(1, 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportFormat.Fixed(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportFormat.Percent(1, 11));
    }
}
