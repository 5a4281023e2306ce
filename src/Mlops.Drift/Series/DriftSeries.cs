using Mlops.Data;
using Mlops.Reporting;
using Mlops.Reporting.Notebooks;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Series;

/// <summary>Windows in order, each compared with the same baseline: what drifted, and when it began.</summary>
/// <remarks>
/// <para>Each window is judged by itself, at its own error rates: over many windows a false Fail becomes likely, so a single failed
/// window among passed ones deserves less belief than one that lasts. <see cref="Trends"/> judges windows together: p-values are adjusted over
/// all windows and columns of a role, and a drift counts as lasting when it is there in enough of the windows that follow.</para>
/// <para>All windows must be there before they are judged together: it is a look back, and what it says of early windows may change when later
/// ones are added. Windows that overlap share rows; trends and changes of level then look surer than they are, and the report says so.</para>
/// </remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class DriftSeries : IReport
{
    private DriftSeries(IReadOnlyList<WindowDrift> windows, DriftSeriesOptions options, bool overlaps)
    {
        Windows = windows;
        Options = options;
        WindowsOverlap = overlaps;
        Trends = SeriesJudge.Judge(windows, options);
        var lasting = Trends.Where(trend => trend.FirstLasting >= 0).Select(trend => trend.FirstLasting).ToList();
        FirstLasting = lasting.Count == 0 ? null : windows[lasting.Min()];
        FirstDrifted = windows.FirstOrDefault(window => window.Report.Verdict == Verdict.Fail);
        Onsets = [.. windows[0].Report.Columns.Select(column => Onset(column.Name))];
    }

    /// <summary>The windows, in order.</summary>
    public IReadOnlyList<WindowDrift> Windows { get; }

    /// <summary>The first window that failed; <see langword="null"/> if none did.</summary>
    public WindowDrift? FirstDrifted { get; }

    /// <summary>The window in which a drift began that lasts, with the error over all windows controlled; <see langword="null"/> if none did.</summary>
    public WindowDrift? FirstLasting { get; }

    /// <summary>Each column over the windows, judged together, in the reference's order.</summary>
    public IReadOnlyList<ColumnTrend> Trends { get; }

    /// <summary>How the windows were judged together.</summary>
    public DriftSeriesOptions Options { get; }

    /// <summary>Whether a window begins before the one before it ends.</summary>
    public bool WindowsOverlap { get; }

    /// <summary>When each column began to drift, in the reference's order.</summary>
    public IReadOnlyList<ColumnOnset> Onsets { get; }

    /// <summary>Compares windows with a baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="windows">The windows in order, such as <c>dataset.SplitByTime(…)</c> gives; at least one.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <param name="progress">Told the number of windows done after each.</param>
    /// <exception cref="ArgumentException">There are no windows.</exception>
    public static DriftSeries Compare(
        DriftBaseline baseline,
        IEnumerable<DatasetWindow> windows,
        ComputeContext? context = null,
        IProgress<int>? progress = null
    ) => Compare(baseline, windows, DriftSeriesOptions.Default, context, progress);

    /// <summary>Compares windows with a baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="windows">The windows in order, such as <c>dataset.SplitByTime(…)</c> gives; at least one.</param>
    /// <param name="options">How windows are judged together.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <param name="progress">Told the number of windows done after each.</param>
    /// <exception cref="ArgumentException">There are no windows.</exception>
    public static DriftSeries Compare(
        DriftBaseline baseline,
        IEnumerable<DatasetWindow> windows,
        DriftSeriesOptions options,
        ComputeContext? context = null,
        IProgress<int>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(options);
        var compared = new List<WindowDrift>();
        var (overlaps, end) = (false, DateTime.MinValue);
        foreach (var window in windows)
        {
            context?.CancellationToken.ThrowIfCancellationRequested();
            compared.Add(new WindowDrift(window.Label, baseline.Compare(window.Dataset.Named(window.Label), context)));
            overlaps |= window.Start < end;
            end = window.End;
            progress?.Report(compared.Count);
        }

        return compared.Count > 0
            ? new DriftSeries(compared, options, overlaps)
            : throw new ArgumentException("There are no windows; a series needs at least one.", nameof(windows));
    }

    /// <summary>A column over the windows.</summary>
    /// <param name="column">Its name.</param>
    /// <exception cref="KeyNotFoundException">No judged column has that name.</exception>
    public ColumnTrend TrendOf(string column) =>
        Trends.FirstOrDefault(trend => trend.Column == column)
        ?? throw new KeyNotFoundException($"No column '{column}' was judged.");

    /// <inheritdoc/>
    public ReportDocument ToDocument() => DriftSeriesDocument.Of(this);

    private ColumnOnset Onset(string column)
    {
        var drifts = Windows.Select(window => window.Report[column]).ToList();
        var first = drifts.FindIndex(drift => drift.Verdict == Verdict.Fail);
        var effects = drifts.Select(drift => drift.Effect).Where(double.IsFinite).ToList();
        return new ColumnOnset(
            column,
            first,
            drifts.Count(drift => drift.Verdict == Verdict.Fail),
            first >= 0 && drifts.Skip(first).All(drift => drift.Verdict == Verdict.Fail),
            effects.Count == 0 ? double.NaN : effects.Max()
        );
    }
}
