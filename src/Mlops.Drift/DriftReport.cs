using Mlops.Drift.Dependence;
using Mlops.Drift.Documents;
using Mlops.Evidence;
using Mlops.Reporting;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Notebooks;
using Mlops.Serialization;

namespace Mlops.Drift;

/// <summary>The comparison of current data with a baseline: the verdict, every column, and all the evidence.</summary>
/// <remarks>
/// Immutable. The same baseline and data give the same report, byte for byte once serialised; time, host and duration are not
/// in it.
/// </remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class DriftReport : IReport, IEvidence, ICheckReport
{
    private readonly Lazy<Envelope> _envelope;

    internal DriftReport(
        Verdict verdict,
        IReadOnlyList<ColumnDrift> columns,
        IReadOnlyList<OmittedColumn> omitted,
        ComparedData reference,
        ComparedData current,
        ContentDigest baseline,
        DriftOptions options,
        RowDependenceSummary dependence
    )
    {
        Verdict = verdict;
        Columns = columns;
        Omitted = omitted;
        Reference = reference;
        Current = current;
        Baseline = baseline;
        Options = options;
        Dependence = dependence;
        _envelope = new Lazy<Envelope>(() => DriftReportJson.Seal(this));
    }

    /// <summary>The verdict on the data set.</summary>
    public Verdict Verdict { get; }

    /// <summary>The judged columns, in the reference's order.</summary>
    public IReadOnlyList<ColumnDrift> Columns { get; }

    /// <summary>The columns that were not judged, each with the reason.</summary>
    public IReadOnlyList<OmittedColumn> Omitted { get; }

    /// <summary>The reference.</summary>
    public ComparedData Reference { get; }

    /// <summary>The current data.</summary>
    public ComparedData Current { get; }

    /// <summary>The digest of the baseline, options included.</summary>
    public ContentDigest Baseline { get; }

    /// <summary>The options of the baseline.</summary>
    public DriftOptions Options { get; }

    /// <summary>Which rows were found to depend on each other, and how much less they tell.</summary>
    public RowDependenceSummary Dependence { get; }

    /// <summary>The columns that contribute most to the change, in that order; those without any effect are left out.</summary>
    public IReadOnlyList<ColumnDrift> Contributors =>
        [.. Columns.Where(column => column.Contribution > 0).OrderByDescending(column => column.Contribution)];

    /// <summary>A judged column.</summary>
    /// <param name="column">Its name.</param>
    /// <exception cref="KeyNotFoundException">No judged column has that name.</exception>
    public ColumnDrift this[string column] =>
        Columns.FirstOrDefault(each => each.Name == column)
        ?? throw new KeyNotFoundException(
            $"No column '{column}' was judged. Judged were {string.Join(", ", Columns.Select(each => each.Name).Take(20))}."
        );

    /// <summary>The judged columns of a role, in the reference's order: the features, the labels or the predictions.</summary>
    /// <param name="role">The role.</param>
    public IReadOnlyList<ColumnDrift> ColumnsOf(Data.ColumnRole role) =>
        [.. Columns.Where(column => column.Role == role)];

    /// <summary>The judged columns with a verdict, those that contribute most first.</summary>
    /// <param name="verdict">The verdict.</param>
    public IReadOnlyList<ColumnDrift> With(Verdict verdict) =>
        [.. Columns.Where(column => column.Verdict == verdict).OrderByDescending(column => column.Contribution)];

    /// <inheritdoc/>
    public ReportDocument ToDocument() => DriftReportDocument.Of(this);

    /// <summary>The serialised form, canonical JSON in an envelope: all numbers, with their digests.</summary>
    public Envelope ToEnvelope() => _envelope.Value;

    /// <inheritdoc/>
    public EvidenceStatement ToEvidence() => DriftReportEvidence.Of(this);

    /// <summary>The report as checks: of each column its structure and each component that has a verdict, in the report's order.</summary>
    /// <returns>
    /// A suite named <c>drift</c> with the groups <c>features</c>, <c>labels</c> and <c>predictions</c>. Its rules are
    /// <c>drift/structure</c>, <c>drift/value</c>, <c>drift/missingness</c> and <c>drift/novelty</c>. The worst verdict of a
    /// column's checks is the column's. It has no location: set <see cref="CheckSuite.Location"/> to the current data's file.
    /// </returns>
    public CheckSuite ToChecks() => DriftReportChecks.Of(this);

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString() => $"{Verdict}: {DriftReportSentences.Headline(this)}";
}
