using Mlops.Data;
using Mlops.Drift.Dependence;
using Mlops.Drift.Seasons;

namespace Mlops.Drift.Tests.Seasons;

public sealed class SeasonalReferenceTests
{
    private static readonly DateTime s_monday = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(Season.HourOfDay, 24)]
    [InlineData(Season.DayOfWeek, 7)]
    [InlineData(Season.HourOfWeek, 168)]
    [InlineData(Season.MonthOfYear, 12)]
    [InlineData(Season.QuarterOfYear, 4)]
    public void Keys_OfAYearOfHours_AreAllSeasonsOfTheCalendar(Season season, int expected)
    {
        var keys = new HashSet<int>();
        for (var instant = s_monday; instant.Year == 2024; instant = instant.AddHours(1))
        {
            var key = SeasonKeys.Of(season, instant.Ticks);
            keys.Add(key);
            Assert.Equal(
                season switch
                {
                    Season.HourOfDay => instant.Hour,
                    Season.DayOfWeek => ((int)instant.DayOfWeek + 6) % 7,
                    Season.HourOfWeek => ((((int)instant.DayOfWeek + 6) % 7) * 24) + instant.Hour,
                    Season.MonthOfYear => instant.Month - 1,
                    _ => (instant.Month - 1) / 3,
                },
                key
            );
        }

        Assert.Equal(expected, keys.Count);
        Assert.Equal(expected, keys.Select(key => SeasonKeys.Name(season, key)).Distinct().Count());
        Assert.Equal(-1, SeasonKeys.Of(season, -1));
    }

    [Fact]
    public void Compare_AWinterMonth_IsComparedWithWinters()
    {
        // Three years of days whose level follows the month; then a January like every January.
        var reference = Months(3 * 365, 0, 1);
        var january = Months(31, 3 * 366, 2);
        var options = new DriftOptions { Dependence = RowDependence.Independent };

        var seasonal = SeasonalReference.Fit(reference, Season.MonthOfYear, options).Compare(january);
        var plain = DriftBaseline.Fit(reference, options).Compare(january);

        Assert.Equal(Verdict.Fail, plain["x"].Verdict);
        Assert.NotEqual(Verdict.Fail, seasonal["x"].Verdict);
        Assert.True(seasonal["x"].Effect < plain["x"].Effect / 2);
    }

    [Fact]
    public void Match_TwoSeasonsInOtherProportions_TakesThemInTheCurrentOnes()
    {
        // The reference has 100 Mondays and 100 Tuesdays; the current data 30 Mondays and 10 Tuesdays.
        var reference = Days([.. Enumerable.Range(0, 200).Select(i => (i / 2 * 7) + (i % 2))]);
        var current = Days([.. Enumerable.Range(0, 40).Select(i => i < 30 ? i * 7 : ((i - 30) * 7) + 1)]);

        var match = SeasonalReference.Fit(reference, Season.DayOfWeek).Match(current);

        Assert.Equal(["Monday", "Tuesday"], match.Seasons.Select(season => season.Name));
        Assert.Equal([100L, 33L], match.Seasons.Select(season => season.MatchedCount));
        Assert.Equal(133, match.Reference.RowCount);
        Assert.Equal(40, match.Current.RowCount);
        Assert.Equal(0, match.UnmatchedRowCount);
    }

    [Fact]
    public void Match_ASeasonThatTheReferenceLacks_IsLeftOutAndTold()
    {
        var reference = Days([0, 7, 14, 21]);
        var current = Days([28, 29, 35]);

        var match = SeasonalReference.Fit(reference, Season.DayOfWeek).Match(current);

        Assert.Equal(1, match.UnmatchedRowCount);
        Assert.Equal(2, match.Current.RowCount);
        Assert.Equal(0, match.Seasons.Single(season => season.Name == "Tuesday").ReferenceCount);
    }

    [Fact]
    public void Compare_NoSeasonInCommon_IsRefusedByName()
    {
        var seasonal = SeasonalReference.Fit(Days([0, 7]), Season.DayOfWeek);

        Assert.Contains(
            "Tuesday",
            Assert.Throws<ArgumentException>(() => seasonal.Compare(Days([1]))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no time column 'day'",
            Assert.Throws<ArgumentException>(() => seasonal.Compare(Samples.Numbers("other", [1]))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Fit_WithoutATimeColumn_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SeasonalReference.Fit(Samples.Numbers("x", [1, 2]), Season.HourOfWeek));

    private static Dataset Months(int days, int firstDay, int seed) =>
        Dataset.FromColumns(
            "months",
            Column.Time("day", Enumerable.Range(firstDay, days).Select(day => s_monday.AddDays(day))),
            Column.Number(
                "x",
                [
                    .. Samples
                        .Normal(days, seed)
                        .Select(
                            (value, i) =>
                                value + (5 * Math.Cos(2 * Math.PI * s_monday.AddDays(firstDay + i).Month / 12))
                        ),
                ]
            )
        );

    private static Dataset Days(int[] days) =>
        Dataset.FromColumns(
            "days",
            Column.Time("day", days.Select(day => s_monday.AddDays(day))),
            Column.Number("x", [.. days.Select(day => (double)(day % 5))])
        );
}
