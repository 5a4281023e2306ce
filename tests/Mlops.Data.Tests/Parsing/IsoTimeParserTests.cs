using System.Globalization;
using System.Text;
using Mlops.Data.Parsing;

namespace Mlops.Data.Tests.Parsing;

public sealed class IsoTimeParserTests
{
    [Theory]
    [InlineData("2007-03-05", "2007-03-05T00:00:00.0000000Z")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31", "9999-12-31T00:00:00.0000000Z")]
    [InlineData("2020-02-29", "2020-02-29T00:00:00.0000000Z")]
    [InlineData("2007-03-05T14:30", "2007-03-05T14:30:00.0000000Z")]
    [InlineData("2007-03-05 14:30:15", "2007-03-05T14:30:15.0000000Z")]
    [InlineData("2007-03-05T14:30:15.5Z", "2007-03-05T14:30:15.5000000Z")]
    [InlineData("2007-03-05t14:30:15,25z", "2007-03-05T14:30:15.2500000Z")]
    [InlineData("2007-03-05T14:30:15.123456789Z", "2007-03-05T14:30:15.1234567Z")]
    [InlineData("2007-03-05T00:30:00+01:00", "2007-03-04T23:30:00.0000000Z")]
    [InlineData("2007-03-05T00:30:00-0530", "2007-03-05T06:00:00.0000000Z")]
    [InlineData("2007-03-05T00:30+02", "2007-03-04T22:30:00.0000000Z")]
    [InlineData("2007-03-05T00:30:00.5+00:00", "2007-03-05T00:30:00.5000000Z")]
    public void TryParse_Iso_IsUtc(string text, string expected)
    {
        Assert.True(IsoTimeParser.TryParse(Encoding.UTF8.GetBytes(text), out var ticks));
        Assert.Equal(expected, new DateTime(ticks, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2007")]
    [InlineData("2007-03")]
    [InlineData("20070305")]
    [InlineData("2007/03/05")]
    [InlineData("05.03.2007")]
    [InlineData("2007-3-5")]
    [InlineData("0000-01-01")]
    [InlineData("2007-13-01")]
    [InlineData("2007-00-01")]
    [InlineData("2007-02-29")]
    [InlineData("2007-03-00")]
    [InlineData("2007-03-05T")]
    [InlineData("2007-03-05X14:30")]
    [InlineData("2007-03-05T14")]
    [InlineData("2007-03-05T24:00")]
    [InlineData("2007-03-05T14:60")]
    [InlineData("2007-03-05T14:30:60")]
    [InlineData("2007-03-05T14:30:")]
    [InlineData("2007-03-05T14:30:1")]
    [InlineData("2007-03-05T14:30:15.")]
    [InlineData("2007-03-05T14:30:15ZZ")]
    [InlineData("2007-03-05T14:30:15+1")]
    [InlineData("2007-03-05T14:30:15+01-00")]
    [InlineData("2007-03-05T14:30:15+24:00")]
    [InlineData("2007-03-05T14:30:15+01:60")]
    [InlineData("2007-03-05T14:30:15 01:00")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void TryParse_SomethingElse_IsNot(string text) =>
        Assert.False(IsoTimeParser.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Format_ThenTryParse_IsTheSame()
    {
        foreach (var ticks in new[] { 0L, 1, 633_086_496_000_000_000, DateTime.MaxValue.Ticks })
        {
            Assert.True(IsoTimeParser.TryParse(Encoding.UTF8.GetBytes(IsoTimeParser.Format(ticks)), out var read));
            Assert.Equal(ticks, read);
        }
    }
}
