using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.Trend;

namespace Mlops.Drift.Series;

/// <summary>Judges the windows of a series together.</summary>
internal static class SeriesJudge
{
    public static IReadOnlyList<ColumnTrend> Judge(IReadOnlyList<WindowDrift> windows, DriftSeriesOptions options)
    {
        var columns = windows[0].Report.Columns;
        var trends = new ColumnTrend[columns.Count];
        foreach (var role in columns.Select((column, i) => (column, i)).GroupBy(pair => pair.column.Role))
        {
            (string Name, int Index)[] family = [.. role.Select(pair => (pair.column.Name, pair.i))];
            var drift = DriftPValues(windows, family, options);
            var levels = LevelChanges.Of(windows, [.. family.Select(member => member.Name)], options);
            for (var k = 0; k < family.Length; k++)
            {
                trends[family[k].Index] = Trend(windows, family[k].Name, drift[k], levels[k], options);
            }
        }

        return WithAdjustedTrends(trends, options);
    }

    private static ColumnTrend Trend(
        IReadOnlyList<WindowDrift> windows,
        string name,
        double[] drift,
        IReadOnlyList<LevelChange> levels,
        DriftSeriesOptions options
    )
    {
        ColumnDrift[] columns = [.. windows.Select(window => window.Report[name])];
        double[] effects = [.. columns.Select(Effect)];
        bool[] drifted = [.. columns.Select((column, w) => HasDrifted(column, drift[w], options))];
        var known = Enumerable.Range(0, effects.Length).Where(w => double.IsFinite(effects[w])).ToArray();
        double[] times = [.. known.Select(w => (double)w)],
            values = [.. known.Select(w => effects[w])];
        return new ColumnTrend
        {
            Column = name,
            Effects = effects,
            AdjustedDriftPValues = drift,
            Drifted = drifted,
            FirstLasting = FirstLasting(drifted, options),
            Slope = TheilSen.Fit(times, values, 0.90),
            Trend = MannKendall.Test(values),
            AdjustedTrendPValue = double.NaN,
            LevelChanges = levels,
        };
    }

    /// <summary>The first window that drifted with enough others among those that follow; -1 for none.</summary>
    public static int FirstLasting(bool[] drifted, DriftSeriesOptions options)
    {
        for (var w = 0; w < drifted.Length; w++)
        {
            if (drifted[w] && drifted.Skip(w).Take(options.LastingWindows).Count(each => each) >= options.LastingCount)
            {
                return w;
            }
        }

        return -1;
    }

    private static double Effect(ColumnDrift column) =>
        column
            .Components.Where(component => component.Test.Status == ResultStatus.Ok)
            .Select(component => component.Test.Effect)
            .DefaultIfEmpty(double.NaN)
            .Max();

    // What another rule than size has failed stays failed: it has no p-value of size to adjust.
    private static bool HasDrifted(ColumnDrift column, double adjusted, DriftSeriesOptions options) =>
        column.Status != ResultStatus.Ok
        || adjusted <= options.FalseDiscoveryRate
        || column.Components.Any(component =>
            component.Verdict == Verdict.Fail && double.IsNaN(component.AdjustedDriftPValue)
        );

    // One family over windows, columns and components; of each column and window the least is kept.
    private static double[][] DriftPValues(
        IReadOnlyList<WindowDrift> windows,
        (string Name, int Index)[] family,
        DriftSeriesOptions options
    )
    {
        var tests = new List<(int Column, int Window, double P)>();
        for (var w = 0; w < windows.Count; w++)
        {
            for (var k = 0; k < family.Length; k++)
            {
                var column = windows[w].Report.Columns[family[k].Index];
                tests.AddRange(
                    column
                        .Components.Where(component => !double.IsNaN(component.AdjustedDriftPValue))
                        .Select(component => (k, w, component.Test.DriftPValue))
                );
            }
        }

        var adjusted = new double[tests.Count];
        PValueAdjustment.Adjust([.. tests.Select(test => test.P)], options.Adjustment, adjusted);
        double[][] least = [.. family.Select(_ => Enumerable.Repeat(double.NaN, windows.Count).ToArray())];
        foreach (var ((column, window, _), p) in tests.Zip(adjusted))
        {
            var known = least[column][window];
            least[column][window] = double.IsNaN(known) ? p : Math.Min(known, p);
        }

        return least;
    }

    private static ColumnTrend[] WithAdjustedTrends(ColumnTrend[] trends, DriftSeriesOptions options)
    {
        int[] known = [.. Enumerable.Range(0, trends.Length).Where(i => trends[i].Trend.Status == ResultStatus.Ok)];
        var adjusted = new double[known.Length];
        PValueAdjustment.Adjust([.. known.Select(i => trends[i].Trend.PValue)], options.Adjustment, adjusted);
        for (var k = 0; k < known.Length; k++)
        {
            trends[known[k]] = trends[known[k]] with { AdjustedTrendPValue = adjusted[k] };
        }

        return trends;
    }
}
