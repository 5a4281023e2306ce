using Mlops.Data;
using Mlops.Drift.Series;
using Mlops.Reporting.Rendering;

namespace Mlops.Drift.Tests.Series;

public class DriftTrendTests
{
    [Fact]
    public void Trends_AColumnThatMovesAway_Grows()
    {
        var series = Series(window => 0.12 * window, windows: 10, rows: 800);
        var x = series.TrendOf("x");

        Assert.True(x.AdjustedTrendPValue < 0.01);
        Assert.True(x.Slope.Slope > 0.01 && x.Slope.Interval.Lower > 0);
        Assert.True(x.Trend.Tau > 0.7);
        Assert.InRange(x.FirstLasting, 2, 5);
        Assert.Same(series.Windows[x.FirstLasting], series.FirstLasting);
        Assert.True(series.TrendOf("y").AdjustedTrendPValue > 0.05);
        Assert.Equal(-1, series.TrendOf("y").FirstLasting);
        Assert.Contains("growing", series.ToDocument().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Trends_OneOddWindow_DoesNotLast()
    {
        var series = Series(window => window == 3 ? 2 : 0, windows: 8, rows: 500);
        var x = series.TrendOf("x");

        Assert.Equal([3], Enumerable.Range(0, 8).Where(w => x.Drifted[w]));
        Assert.Equal(-1, x.FirstLasting);
        Assert.Null(series.FirstLasting);
        Assert.Equal([3, 4], x.LevelChanges.Where(change => change.IsChange).Select(change => change.Window));
        Assert.Equal("w3", series.FirstDrifted!.Label);
    }

    [Fact]
    public void Trends_AStep_ChangesTheLevelOnceAndLasts()
    {
        var series = Series(window => window >= 4 ? 1 : 0, windows: 8, rows: 500);
        var x = series.TrendOf("x");

        Assert.Equal(4, x.FirstLasting);
        Assert.Equal([4], x.LevelChanges.Where(change => change.IsChange).Select(change => change.Window));
        Assert.Equal(7, x.LevelChanges.Count);
    }

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(2, 2, 5)]
    [InlineData(2, 3, 3)]
    [InlineData(3, 3, -1)]
    public void FirstLasting_SoManyOfSoMany_IsTheFirstThatHasThem(int count, int windows, int expected)
    {
        bool[] drifted = [false, false, false, true, false, true, true];

        var first = SeriesJudge.FirstLasting(
            drifted,
            new DriftSeriesOptions { LastingCount = count, LastingWindows = windows }
        );

        Assert.Equal(expected, first);
    }

    [Fact]
    public void Trends_OneWindow_HasNone()
    {
        var series = Series(_ => 0, windows: 1, rows: 50);

        Assert.Equal(ResultStatus.TooFewRows, series.TrendOf("x").Trend.Status);
        Assert.Equal(double.NaN, series.TrendOf("x").AdjustedTrendPValue);
        Assert.Empty(series.TrendOf("x").LevelChanges);
        Assert.NotEmpty(series.ToDocument().ToHtml());
        Assert.Throws<KeyNotFoundException>(() => series.TrendOf("z"));
    }

    [Fact]
    public void Trends_AWindowWithoutTheColumn_IsBrokenThere()
    {
        var baseline = DriftBaseline.Fit(Samples.Numbers("reference", Samples.Normal(1000, 1)));
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        DatasetWindow[] windows =
        [
            new("a", day, day.AddDays(7), Samples.Numbers("a", Samples.Normal(500, 2))),
            new("b", day.AddDays(3), day.AddDays(9), Dataset.FromColumns("b", Column.Number("other", [1.0, 2.0]))),
        ];

        var series = DriftSeries.Compare(baseline, windows, new DriftSeriesOptions { LastingCount = 1 });

        Assert.True(series.WindowsOverlap);
        Assert.Equal([false, true], series.TrendOf("x").Drifted);
        Assert.True(double.IsNaN(series.TrendOf("x").Effects[1]));
        Assert.Contains("overlap", series.ToDocument().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftSeriesOptions { LastingCount = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftSeriesOptions { LastingWindows = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftSeriesOptions { FalseDiscoveryRate = 1 });
    }

    /// <summary>Twelve windows whose shift is exactly as large as tolerated: some window is called drifted about as seldom as stated.</summary>
    [Fact]
    public void Trends_AtTheBound_SeldomDriftInAnyWindow()
    {
        const int repeats = 25;
        var shift = EffectBoundShift();
        var (single, together) = (0, 0);
        for (var r = 0; r < repeats; r++)
        {
            var series = Series(_ => shift, windows: 12, rows: 300, seed: 1000 * (r + 1), onlyX: true);
            single += series.FirstDrifted is null ? 0 : 1;
            together += series.TrendOf("x").Drifted.Contains(true) ? 1 : 0;
        }

        // Judged one by one, twelve windows raise a false alarm in nearly half of the series; together in about 5%.
        Assert.True(single > 2 * together, $"{single} and {together}");
        Assert.InRange(together / (double)repeats, 0, 0.2);
    }

    private static double EffectBoundShift() => Statistics.Equivalence.EffectBound.Equivalents(0.1).Shift;

    private static DriftSeries Series(Func<int, double> shift, int windows, int rows, int seed = 0, bool onlyX = false)
    {
        Dataset Data(string name, int count, int from, double by) =>
            onlyX
                ? Samples.Numbers(name, Samples.Normal(count, from, by))
                : Dataset.FromColumns(
                    name,
                    Column.Number("x", Samples.Normal(count, from, by)),
                    Column.Number("y", Samples.Normal(count, from + 500))
                );

        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return DriftSeries.Compare(
            DriftBaseline.Fit(Data("reference", 3000, seed + 1, 0)).WithoutValues(),
            Enumerable
                .Range(0, windows)
                .Select(w => new DatasetWindow(
                    $"w{w}",
                    day.AddDays(w),
                    day.AddDays(w + 1),
                    Data("current", rows, seed + 2 + w, shift(w))
                ))
        );
    }
}
