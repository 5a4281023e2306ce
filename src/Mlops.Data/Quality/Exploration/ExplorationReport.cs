using Mlops.Data.Quality.Duplicates;
using Mlops.Data.Quality.LabelNoise;
using Mlops.Data.Quality.Leakage;
using Mlops.Data.Quality.Outliers;
using Mlops.Data.Quality.Representativeness;
using Mlops.Evidence;
using Mlops.Reporting;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Notebooks;
using Mlops.Serialization;

namespace Mlops.Data.Quality.Exploration;

/// <summary>What was found in data that nobody had stated anything about.</summary>
/// <remarks>Immutable. The same data and options give the same report, byte for byte once serialised.</remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class ExplorationReport : IReport, IEvidence, ICheckReport
{
    private readonly Lazy<Envelope> _envelope;

    internal ExplorationReport() => _envelope = new Lazy<Envelope>(() => ExplorationJson.Seal(this));

    /// <summary>Fail where a finding that counts does, Pass where all of those pass, otherwise Inconclusive.</summary>
    public Verdict Verdict =>
        Findings.Any(finding => finding.IsCounted && finding.Verdict == Verdict.Fail) ? Verdict.Fail
        : Findings.All(finding => !finding.IsCounted || finding.Verdict == Verdict.Pass) ? Verdict.Pass
        : Verdict.Inconclusive;

    /// <summary>Everything that was asked, with its answer.</summary>
    public required IReadOnlyList<ExplorationFinding> Findings { get; init; }

    /// <summary>The data.</summary>
    public required CheckedData Data { get; init; }

    /// <summary>The reference; <see langword="null"/> without one.</summary>
    public required CheckedData? Reference { get; init; }

    /// <summary>What was looked for.</summary>
    public required ExplorationOptions Options { get; init; }

    /// <summary>What lies far out.</summary>
    public required OutlierResult Outliers { get; init; }

    /// <summary>What comes more than once.</summary>
    public required DuplicateResult Duplicates { get; init; }

    /// <summary>How well each feature alone tells the label.</summary>
    public required LeakageResult Leakage { get; init; }

    /// <summary>The rows that occur in the reference; <see langword="null"/> without one.</summary>
    public required OverlapResult? Overlap { get; init; }

    /// <summary>Whether the rows come after the reference; <see langword="null"/> without one.</summary>
    public required TimeOrderResult? TimeOrder { get; init; }

    /// <summary>The labels that may be wrong.</summary>
    public required LabelNoiseResult LabelNoise { get; init; }

    /// <summary>How well the rows represent each population that was declared.</summary>
    public required IReadOnlyList<RepresentativenessResult> Representativeness { get; init; }

    /// <inheritdoc/>
    public ReportDocument ToDocument() => ExplorationDocument.Of(this);

    /// <summary>The report as checks, one for each finding.</summary>
    /// <returns>A suite named <c>data exploration</c>. A hint that does not pass is Inconclusive there: it is told, and fails no build.</returns>
    public CheckSuite ToChecks() => ExplorationChecks.Of(this);

    /// <summary>The serialised form of the findings, canonical JSON in an envelope.</summary>
    public Envelope ToEnvelope() => _envelope.Value;

    /// <inheritdoc/>
    public EvidenceStatement ToEvidence() => ExplorationChecks.Evidence(this);

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString() => $"{Verdict}: {ExplorationSentences.Headline(this)}";
}
