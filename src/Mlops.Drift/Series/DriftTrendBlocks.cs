using Mlops.Drift.Documents;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Series;

/// <summary>The windows judged together: what lasts, what grows, and where levels jump.</summary>
internal static class DriftTrendBlocks
{
    private const int MostJumps = 40;
    private const string Steps = "▁▂▃▄▅▆▇█";

    public static IEnumerable<ReportBlock> Of(DriftSeries series)
    {
        if (series.Trends.Count == 0 || series.Windows.Count < 2)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "All windows together");
        yield return new TextBlock(Explanation(series));
        if (series.WindowsOverlap)
        {
            yield return new TextBlock(
                "The windows overlap, so that neighbours share rows: slopes are right, but trends and changes of level look surer here than they are, and a drift lasts longer than the rows that caused it."
            );
        }

        yield return Trends(series);
        if (series.Trends.Any(trend => trend.LevelChanges.Any(change => change.IsChange)))
        {
            yield return Jumps(series);
        }
    }

    private static string Explanation(DriftSeries series)
    {
        var options = series.Options;
        var began = series.FirstLasting is { } first
            ? $"A drift that lasts began in {first.Label}."
            : "No drift lasts.";
        var trends = series.Trends.Count(trend => trend.AdjustedTrendPValue <= options.FalseDiscoveryRate);
        var trend =
            trends == 0 ? "No column's distance from the reference surely grows or shrinks."
            : trends == 1 ? "Of one column the distance from the reference surely grows or shrinks."
            : $"Of {trends} columns the distance from the reference surely grows or shrinks.";
        return $"{began} {trend} Here p-values are adjusted over all windows and columns of a role (rate {ReportFormat.Percent(options.FalseDiscoveryRate, 0)}), and a drift lasts when a window has it and at least {options.LastingCount} of {options.LastingWindows} windows from there on do. The slope is that of Theil and Sen, the trend test that of Mann and Kendall; both take windows to be independent of each other. An effect also grows when windows get smaller: look at their rows.";
    }

    private static TableBlock Trends(DriftSeries series)
    {
        var peak = series
            .Trends.SelectMany(trend => trend.Effects)
            .Where(double.IsFinite)
            .Append(series.Windows[0].Report.Options.Bound.Distance)
            .Max();
        return new TableBlock(
            $"Every column over {DriftReportSentences.Plural(series.Windows.Count, "window")}; the little bars go from 0 to {ReportFormat.Number(peak, 2)}, and a dot is a window without an effect. The slope is the growth of the effect from window to window; tau and p are those of the trend.",
            [
                new("column"),
                new("effects"),
                new("lasts from"),
                new("drifted", true),
                new("slope", true),
                new("90% interval", true),
                new("tau", true),
                new("p", true),
                new("trend"),
            ],
            [
                .. series
                    .Trends.OrderBy(trend => trend.FirstLasting < 0 ? int.MaxValue : trend.FirstLasting)
                    .ThenByDescending(trend => trend.Drifted.Count(each => each))
                    .ThenBy(trend => Order(trend.AdjustedTrendPValue))
                    .Select(trend => Row(series, trend, peak)),
            ]
        );
    }

    private static double Order(double p) => double.IsNaN(p) ? 2 : p;

    private static IReadOnlyList<TableCell> Row(DriftSeries series, ColumnTrend trend, double peak) =>
        [
            trend.Column,
            string.Concat(trend.Effects.Select(effect => Bar(effect, peak))),
            trend.FirstLasting < 0 ? "" : series.Windows[trend.FirstLasting].Label,
            $"{trend.Drifted.Count(each => each)} of {trend.Drifted.Count}",
            ReportFormat.Fixed(trend.Slope.Slope, 3),
            double.IsNaN(trend.Slope.Slope)
                ? "n/a"
                : $"{ReportFormat.Fixed(trend.Slope.Interval.Lower, 3)} to {ReportFormat.Fixed(trend.Slope.Interval.Upper, 3)}",
            ReportFormat.Fixed(trend.Trend.Tau, 2),
            ReportFormat.PValue(trend.AdjustedTrendPValue),
            trend.AdjustedTrendPValue <= series.Options.FalseDiscoveryRate
                ? trend.Trend.Statistic > 0
                    ? "growing"
                    : "shrinking"
                : "",
        ];

    private static char Bar(double effect, double peak) =>
        double.IsFinite(effect) ? Steps[Math.Clamp((int)(effect / peak * Steps.Length), 0, Steps.Length - 1)] : '·';

    private static TableBlock Jumps(DriftSeries series)
    {
        var jumps = series
            .Trends.SelectMany(trend =>
                trend.LevelChanges.Where(change => change.IsChange).Select(change => (trend.Column, Change: change))
            )
            .OrderBy(jump => jump.Change.Window)
            .ThenByDescending(jump => jump.Change.Test.Effect)
            .ToList();
        return new TableBlock(
            jumps.Count > MostJumps
                ? $"Where levels jump: the first {MostJumps} of {jumps.Count} changes from one window to the next that are surely larger than is tolerated."
                : "Where levels jump: changes from one window to the next that are surely larger than is tolerated.",
            [new("column"), new("from"), new("to"), new("effect", true), new("90% interval", true), new("p", true)],
            [
                .. jumps
                    .Take(MostJumps)
                    .Select(jump =>
                        (IReadOnlyList<TableCell>)
                            [
                                jump.Column,
                                series.Windows[jump.Change.Window - 1].Label,
                                series.Windows[jump.Change.Window].Label,
                                ReportFormat.Fixed(jump.Change.Test.Effect, 3),
                                $"{ReportFormat.Fixed(jump.Change.Test.Interval.Lower, 3)} to {ReportFormat.Fixed(jump.Change.Test.Interval.Upper, 3)}",
                                ReportFormat.PValue(jump.Change.AdjustedDriftPValue),
                            ]
                    ),
            ]
        );
    }
}
