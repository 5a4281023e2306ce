using Mlops.Data.Quality.Reports;
using Mlops.Evidence;
using Mlops.Reporting;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Notebooks;
using Mlops.Serialization;

namespace Mlops.Data.Quality;

/// <summary>What came out of checking data: the verdict, every constraint, and all the evidence.</summary>
/// <remarks>Immutable. The same data, constraints and options give the same report, byte for byte once serialised, but for freshness, which asks the clock.</remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class DataQualityReport : IReport, IEvidence, ICheckReport
{
    private readonly Lazy<Envelope> _envelope;

    internal DataQualityReport(
        Verdict verdict,
        IReadOnlyList<ConstraintResult> results,
        IReadOnlyList<string> uncheckedColumns,
        CheckedData data,
        DataConstraints constraints,
        DataQualityOptions options
    )
    {
        Verdict = verdict;
        Results = results;
        UncheckedColumns = uncheckedColumns;
        Data = data;
        Constraints = constraints;
        Options = options;
        _envelope = new Lazy<Envelope>(() => QualityReportJson.Seal(this));
    }

    /// <summary>The verdict on the data: that of the constraints of severity Error.</summary>
    public Verdict Verdict { get; }

    /// <summary>What came out for each constraint, in their order.</summary>
    public IReadOnlyList<ConstraintResult> Results { get; }

    /// <summary>The columns of the data that no constraint names.</summary>
    public IReadOnlyList<string> UncheckedColumns { get; }

    /// <summary>The data.</summary>
    public CheckedData Data { get; }

    /// <summary>The constraints.</summary>
    public DataConstraints Constraints { get; }

    /// <summary>How they were checked.</summary>
    public DataQualityOptions Options { get; }

    /// <summary>The result of a constraint.</summary>
    /// <param name="id">The constraint's id.</param>
    /// <exception cref="KeyNotFoundException">No constraint has that id.</exception>
    public ConstraintResult this[string id] =>
        Results.FirstOrDefault(result => result.Constraint.Id == id)
        ?? throw new KeyNotFoundException(
            $"No constraint '{id}' was checked. Checked were {string.Join(", ", Results.Select(result => result.Constraint.Id).Take(20))}."
        );

    /// <summary>The results with a verdict, in the order of the constraints.</summary>
    /// <param name="verdict">The verdict.</param>
    public IReadOnlyList<ConstraintResult> With(Verdict verdict) =>
        [.. Results.Where(result => result.Verdict == verdict)];

    /// <inheritdoc/>
    public ReportDocument ToDocument() => QualityReportDocument.Of(this);

    /// <summary>The report as checks, one for each constraint, in their order.</summary>
    /// <returns>
    /// A suite named <c>data quality</c> with the rules <c>quality/range</c> and so on, and a group for each column. A constraint of severity Warning that
    /// is violated is Inconclusive there: it is told, and fails no build. It has no location: set <see cref="CheckSuite.Location"/> to the file.
    /// </returns>
    public CheckSuite ToChecks() => QualityReportChecks.Of(this);

    /// <summary>The serialised form, canonical JSON in an envelope: all numbers, with their digests.</summary>
    public Envelope ToEnvelope() => _envelope.Value;

    /// <inheritdoc/>
    public EvidenceStatement ToEvidence() => QualityReportEvidence.Of(this);

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString() => $"{Verdict}: {QualitySentences.Headline(this)}";
}
