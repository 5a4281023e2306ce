using Mlops.Data;
using Mlops.Drift.Series;
using Mlops.Reporting.Rendering;

namespace Mlops.Drift.Tests.Series;

public class DriftSeriesTests
{
    private static readonly DateTime s_start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Compare_AShiftInTheThirdMonth_IsFoundThereAndLasts()
    {
        var reference = Dataset.FromColumns(
            "reference",
            Column.Number("x", Samples.Normal(2000, 1)),
            Column.Number("y", Samples.Normal(2000, 2))
        );
        var baseline = DriftBaseline.Fit(reference);

        var series = DriftSeries.Compare(baseline, Months(shiftFrom: 2).SplitByTime(TimeWindow.Month));

        Assert.Equal(["2026-01", "2026-02", "2026-03", "2026-04"], series.Windows.Select(window => window.Label));
        Assert.Equal("2026-03", series.FirstDrifted!.Label);
        var x = series.Onsets.Single(onset => onset.Column == "x");
        Assert.Equal(2, x.FirstFailed);
        Assert.True(x.IsLasting);
        Assert.Equal(-1, series.Onsets.Single(onset => onset.Column == "y").FirstFailed);
        Assert.Contains("2026-03", series.ToDocument().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_NothingDrifts_HasNoFirst()
    {
        var reference = Dataset.FromColumns(
            "reference",
            Column.Number("x", Samples.Normal(2000, 1)),
            Column.Number("y", Samples.Normal(2000, 2))
        );

        var series = DriftSeries.Compare(
            DriftBaseline.Fit(reference),
            Months(shiftFrom: 99).SplitByTime(TimeWindow.Month)
        );

        Assert.Null(series.FirstDrifted);
        Assert.NotEmpty(series.ToDocument().ToHtml());
    }

    [Fact]
    public void Compare_NoWindows_IsRefused()
    {
        var baseline = DriftBaseline.Fit(Samples.Numbers("a", Samples.Normal(100, 1)));

        Assert.Throws<ArgumentException>(() => DriftSeries.Compare(baseline, []));
    }

    private static Dataset Months(int shiftFrom)
    {
        var days = Enumerable.Range(0, 4).SelectMany(month => Enumerable.Repeat(month, 1000)).ToArray();
        var x = Samples.Normal(days.Length, 3);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] += days[i] >= shiftFrom ? 1 : 0;
        }

        return Dataset.FromColumns(
            "current",
            Column.Time("when", days.Select(month => (DateTime?)s_start.AddMonths(month).AddDays(3))),
            Column.Number("x", x),
            Column.Number("y", Samples.Normal(days.Length, 4))
        );
    }
}
