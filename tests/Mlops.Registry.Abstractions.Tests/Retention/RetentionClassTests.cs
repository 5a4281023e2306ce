using System.Globalization;
using Mlops.Registry.Retention;

namespace Mlops.Registry.Tests.Retention;

public sealed class RetentionClassTests
{
    [Theory]
    [InlineData("2026-11-21T10:00:00Z", 6, "2027-05-22T00:00:00Z")]
    [InlineData("2026-08-31T00:00:00Z", 6, "2027-03-01T00:00:00Z")]
    [InlineData("2024-02-29T23:59:59Z", 120, "2034-03-01T00:00:00Z")]
    [InlineData("2026-01-31T23:00:00-05:00", 1, "2026-03-02T00:00:00Z")]
    [InlineData("2026-01-31T12:00:00Z", 0, "2026-02-01T00:00:00Z")]
    public void EndOf_Months_IsMidnightAfterTheLastDay(string start, int months, string expected) =>
        Assert.Equal(At(expected), new RetentionClass("c", months, RetentionStart.Creation, "law").EndOf(At(start)));

    [Fact]
    public void EndOf_WithoutEnd_IsNull() => Assert.Null(RetentionClass.Indefinite.EndOf(At("2026-01-01T00:00:00Z")));

    [Fact]
    public void Presets_Periods_AreThoseOfTheTexts()
    {
        Assert.Equal(
            (120, RetentionStart.PlacingOnMarket),
            (RetentionClass.EuAiActDocumentation.MinimumMonths!.Value, RetentionClass.EuAiActDocumentation.StartsFrom)
        );
        Assert.Equal(6, RetentionClass.EuAiActLogs.MinimumMonths);
        Assert.Equal(
            (72, RetentionStart.LastInEffect),
            (RetentionClass.Hipaa.MinimumMonths!.Value, RetentionClass.Hipaa.StartsFrom)
        );
        Assert.Null(RetentionClass.Indefinite.MinimumMonths);
    }

    [Fact]
    public void Constructor_BadArguments_Throw()
    {
        Assert.Throws<ArgumentException>(() => new RetentionClass(" ", 1, RetentionStart.Creation, "law"));
        Assert.Throws<ArgumentException>(() => new RetentionClass("c", 1, RetentionStart.Creation, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionClass("c", -1, RetentionStart.Creation, "law"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetentionClass("c", 1, 0, "law"));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
