using Mlops.Drift.Presets.Documents;
using Mlops.Reporting;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Notebooks;
using Mlops.Serialization;

namespace Mlops.Drift.Presets;

/// <summary>What another library's rules make of two data sets.</summary>
/// <remarks>Immutable. The same data and preset give the same report, byte for byte once serialised.</remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class PresetReport : IReport, ICheckReport
{
    private readonly Lazy<Envelope> _envelope;

    internal PresetReport(
        DriftPreset preset,
        ComparedData reference,
        ComparedData current,
        IReadOnlyList<PresetColumn> columns,
        IReadOnlyList<OmittedColumn> omitted,
        PresetDecision decision
    )
    {
        Preset = preset;
        Reference = reference;
        Current = current;
        Columns = columns;
        Omitted = omitted;
        Verdict = decision.Verdict;
        Decision = decision.Sentence;
        _envelope = new Lazy<Envelope>(() => PresetReportJson.Seal(this));
    }

    /// <summary>The preset.</summary>
    public DriftPreset Preset { get; }

    /// <summary>The reference.</summary>
    public ComparedData Reference { get; }

    /// <summary>The current data.</summary>
    public ComparedData Current { get; }

    /// <summary>The compared columns, in the reference's order.</summary>
    public IReadOnlyList<PresetColumn> Columns { get; }

    /// <summary>The columns that were not compared, each with the reason.</summary>
    public IReadOnlyList<OmittedColumn> Omitted { get; }

    /// <summary>Fail where the library calls the data set drifted, Pass where not, Inconclusive where it does not say.</summary>
    public Verdict Verdict { get; }

    /// <summary>How the verdict came to be, in one sentence.</summary>
    public string Decision { get; }

    /// <summary>The columns on which the library calls drift.</summary>
    public IReadOnlyList<PresetColumn> Drifted => [.. Columns.Where(column => column.IsDetected)];

    /// <summary>The share of the compared columns on which the library calls drift; NaN without columns.</summary>
    public double DriftedShare => (double)Drifted.Count / Columns.Count;

    /// <summary>A compared column.</summary>
    /// <param name="column">Its name.</param>
    /// <exception cref="KeyNotFoundException">No compared column has that name.</exception>
    public PresetColumn this[string column] =>
        Columns.FirstOrDefault(each => each.Name == column)
        ?? throw new KeyNotFoundException(
            $"No column '{column}' was compared. Compared were {string.Join(", ", Columns.Select(each => each.Name).Take(20))}."
        );

    /// <inheritdoc/>
    public ReportDocument ToDocument() => PresetReportDocument.Of(this);

    /// <summary>The report as checks: one a column, in the group <c>features</c>, <c>labels</c> or <c>predictions</c>, of the rule <c>drift/preset</c>.</summary>
    public CheckSuite ToChecks() => PresetReportChecks.Of(this);

    /// <summary>The serialised form, canonical JSON in an envelope.</summary>
    public Envelope ToEnvelope() => _envelope.Value;

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString() => $"{Verdict} as {Preset.Title} {Preset.Version} tells it: {Decision}";
}
