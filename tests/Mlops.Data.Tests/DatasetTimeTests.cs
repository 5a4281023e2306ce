namespace Mlops.Data.Tests;

public sealed class DatasetTimeTests
{
    private static Dataset At(params string?[] times) =>
        Dataset.FromColumns(
            "x",
            Column.Category("at", times).ConvertTo(ColumnKind.Time),
            Column.Number("row", [.. Enumerable.Range(0, times.Length)])
        );

    private static double[] RowsOf(Dataset dataset) => ((NumericColumn)dataset["row"]).Values.ToArray();

    [Fact]
    public void SplitAt_RowsOfThatInstant_ComeAfter()
    {
        var (before, after) = At("2020-01-03", "2020-01-01", null, "2020-01-02").SplitAt(new DateTime(2020, 1, 2));
        Assert.Equal([1.0], RowsOf(before));
        Assert.Equal([0.0, 3.0], RowsOf(after));
    }

    [Theory]
    [InlineData("2007-03-05T14:30:00Z", "2007", "2007-01-01", "2008-01-01")]
    public void SplitByTime_Year(string time, string label, string start, string end) =>
        Window(TimeWindow.Year, time, label, start, end);

    [Theory]
    [InlineData("2007-03-31T23:59:59.9999999Z", "2007-Q1", "2007-01-01", "2007-04-01")]
    [InlineData("2007-12-31", "2007-Q4", "2007-10-01", "2008-01-01")]
    public void SplitByTime_Quarter(string time, string label, string start, string end) =>
        Window(TimeWindow.Quarter, time, label, start, end);

    [Theory]
    [InlineData("2020-02-29", "2020-02", "2020-02-01", "2020-03-01")]
    public void SplitByTime_Month(string time, string label, string start, string end) =>
        Window(TimeWindow.Month, time, label, start, end);

    [Theory]
    [InlineData("2007-01-01", "2007-W01", "2007-01-01", "2007-01-08")]
    [InlineData("2010-01-03T12:00Z", "2009-W53", "2009-12-28", "2010-01-04")]
    [InlineData("0001-01-01", "0001-W01", "0001-01-01", "0001-01-08")]
    public void SplitByTime_Week_IsIso(string time, string label, string start, string end) =>
        Window(TimeWindow.Week, time, label, start, end);

    [Theory]
    [InlineData("2007-03-05T23:59Z", "2007-03-05", "2007-03-05", "2007-03-06")]
    public void SplitByTime_Day(string time, string label, string start, string end) =>
        Window(TimeWindow.Day, time, label, start, end);

    [Fact]
    public void SplitByTime_FixedLength_IsLabelledByItsStart()
    {
        Window(
            TimeSpan.FromHours(6),
            "2007-03-05T13:00Z",
            "2007-03-05T12:00:00Z",
            "2007-03-05T12:00Z",
            "2007-03-05T18:00Z"
        );
        Window(TimeWindow.Of(TimeSpan.FromDays(7)), "2007-03-07", "2007-03-05", "2007-03-05", "2007-03-12");
    }

    [Fact]
    public void SplitByTime_EndOfTheCalendar_DoesNotOverflow()
    {
        TimeWindow[] windows =
        [
            TimeWindow.Year,
            TimeWindow.Quarter,
            TimeWindow.Month,
            TimeWindow.Week,
            TimeWindow.Day,
            TimeSpan.FromDays(1000),
        ];
        foreach (var window in windows)
        {
            var split = At("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z").SplitByTime(window);
            Assert.Equal(DateTime.MaxValue.Ticks, Assert.Single(split).End.Ticks);
            Assert.Equal(2, split[0].Dataset.RowCount);
        }
    }

    [Fact]
    public void SplitByTime_UnsortedRowsAndGaps_OnlyWindowsWithRowsInOrder()
    {
        var windows = At("2009-05-01", null, "2007-01-01", "2009-01-01", null).SplitByTime(TimeWindow.Year);
        Assert.Equal(["2007", "2009"], windows.Select(window => window.Label));
        Assert.Equal([0.0, 3.0], RowsOf(windows[1].Dataset));
        Assert.Equal(2, windows.RowsWithoutTime);
        Assert.Equal(2, windows.Count);
    }

    [Fact]
    public void SplitByTime_NoRows_NoWindows() => Assert.Empty(At().SplitByTime(TimeWindow.Day));

    [Fact]
    public void Of_NotPositive_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeWindow.Of(TimeSpan.Zero));

    [Fact]
    public void SplitByTime_ColumnOfTheRole_GoesBeforeTheOnlyOne()
    {
        var times = new DateTime?[] { new(2020, 1, 1) };
        var two = Dataset.FromColumns("x", Column.Time("a", times), Column.Time("b", times));
        Assert.Contains(
            "(a, b)",
            Assert.Throws<InvalidOperationException>(() => two.SplitByTime(TimeWindow.Day)).Message,
            StringComparison.Ordinal
        );
        Assert.Single(two.WithRole("b", ColumnRole.Time).SplitByTime(TimeWindow.Day));
        Assert.Throws<InvalidOperationException>(() => two.Without("a", "b").SplitAt(default));
        var number = Dataset.FromColumns("x", Column.Number("a", [1])).WithRole("a", ColumnRole.Time);
        Assert.Contains(
            "holds Number",
            Assert.Throws<InvalidOperationException>(() => number.SplitAt(default)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void SplitByTime_AnyWindow_PartitionsTheRows()
    {
        TimeWindow[] sizes =
        [
            TimeWindow.Year,
            TimeWindow.Quarter,
            TimeWindow.Month,
            TimeWindow.Week,
            TimeWindow.Day,
            TimeSpan.FromHours(7),
        ];
        Laws.Hold(
            Laws.Datasets,
            dataset =>
            {
                foreach (var size in sizes)
                {
                    var windows = dataset.SplitByTime(size);
                    Assert.Equal(
                        dataset.RowCount,
                        windows.Sum(window => window.Dataset.RowCount) + windows.RowsWithoutTime
                    );
                    Assert.Equal(windows.Count, windows.Select(window => window.Label).Distinct().Count());
                    Assert.Equal(windows.OrderBy(window => window.Label, StringComparer.Ordinal), windows);
                    foreach (var window in windows)
                        Assert.All(
                            Same.ValuesOf(window.Dataset["t"]).Cast<DateTime>(),
                            time => Assert.True(time >= window.Start && time < window.End)
                        );
                    Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
                }
            }
        );
    }

    private static void Window(TimeWindow size, string time, string label, string start, string end)
    {
        var window = Assert.Single(At(time).SplitByTime(size));
        Assert.Equal(label, window.Label);
        var bounds = (TimeColumn)Column.Category("x", [start, end]).ConvertTo(ColumnKind.Time);
        Assert.Equal(bounds[0], window.Start);
        Assert.Equal(bounds[1], window.End);
        Assert.Equal(DateTimeKind.Utc, window.End.Kind);
    }
}
