using Mlops.Data;
using Mlops.Reporting;
using Mlops.Reporting.Notebooks;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Series;

/// <summary>Windows in order, each compared with the same baseline: what drifted, and when it began.</summary>
/// <remarks>
/// Each window is judged by itself, at its own error rates: over many windows a false Fail becomes likely, so a single failed
/// window among passed ones deserves less belief than one that lasts.
/// </remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class DriftSeries : IReport
{
    private DriftSeries(IReadOnlyList<WindowDrift> windows)
    {
        Windows = windows;
        FirstDrifted = windows.FirstOrDefault(window => window.Report.Verdict == Verdict.Fail);
        Onsets = [.. windows[0].Report.Columns.Select(column => Onset(column.Name))];
    }

    /// <summary>The windows, in order.</summary>
    public IReadOnlyList<WindowDrift> Windows { get; }

    /// <summary>The first window that failed; <see langword="null"/> if none did.</summary>
    public WindowDrift? FirstDrifted { get; }

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
    )
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(windows);
        var compared = new List<WindowDrift>();
        foreach (var window in windows)
        {
            context?.CancellationToken.ThrowIfCancellationRequested();
            compared.Add(new WindowDrift(window.Label, baseline.Compare(window.Dataset.Named(window.Label), context)));
            progress?.Report(compared.Count);
        }

        return compared.Count > 0
            ? new DriftSeries(compared)
            : throw new ArgumentException("There are no windows; a series needs at least one.", nameof(windows));
    }

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
