using Mlops.Reporting;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Notebooks;

namespace Mlops.Drift.Slices;

/// <summary>Which parts of the rows have drifted, above all those that the whole does not show.</summary>
/// <remarks>Immutable. The same data and options give the same report at any number of threads.</remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class SliceDriftReport : IReport, ICheckReport
{
    internal SliceDriftReport(
        DriftReport whole,
        IReadOnlyList<SliceChange> slices,
        IReadOnlyList<string> remarks,
        SliceDriftOptions options
    )
    {
        Whole = whole;
        Slices = slices;
        Remarks = remarks;
        Options = options;
        Failed =
        [
            .. slices
                .SelectMany(slice => slice.Columns.Select(column => (slice, column)))
                .Where(pair => pair.column.Verdict == Verdict.Fail)
                .OrderByDescending(pair => pair.column.IsHidden)
                .ThenBy(pair => pair.column.AdjustedDriftPValue)
                .ThenByDescending(pair => pair.column.Effect),
        ];
    }

    /// <summary>The comparison of all rows.</summary>
    public DriftReport Whole { get; }

    /// <summary>The slices, column by column, the reference's most frequent first.</summary>
    public IReadOnlyList<SliceChange> Slices { get; }

    /// <summary>Columns that fail in a slice: first those that do not fail over all rows, then by their p-values.</summary>
    public IReadOnlyList<(SliceChange Slice, SliceColumnChange Column)> Failed { get; }

    /// <summary>What was left out and why, in words.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Which slices were asked for.</summary>
    public SliceDriftOptions Options { get; }

    /// <summary>Fail when a column of a slice fails, Pass when every slice passes, otherwise Inconclusive; slices with too few rows are undecided.</summary>
    public Verdict Verdict =>
        Failed.Count > 0 ? Verdict.Fail
        : Slices.Count > 0 && Slices.All(slice => slice.Verdict == Verdict.Pass) ? Verdict.Pass
        : Verdict.Inconclusive;

    /// <inheritdoc/>
    public ReportDocument ToDocument() => SliceDriftDocument.Of(this);

    /// <summary>The report as checks: of each slice whether its columns are as in the reference, rule <c>drift/slice</c>.</summary>
    public CheckSuite ToChecks() => SliceDriftChecks.Of(this);

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString() => $"{Verdict}: {SliceDriftDocument.Headline(this)}";
}
