using System.Text.Json;
using System.Text.Json.Serialization;
using Mlops.Evidence;
using Mlops.Serialization;

namespace Mlops.Registry.Risk;

/// <summary>The hazards of a model, what is done about them, and what is left: the layout of ISO 14971.</summary>
/// <remarks>
/// Open points are findings, computed and never typed in. A residual risk that is not acceptable and has no rationale fails the
/// register, as does a hazard whose controls make nothing better; what is missing leaves it inconclusive.
/// </remarks>
public sealed record RiskRegister : IEvidence
{
    /// <summary>The kind of the evidence.</summary>
    public const string EvidenceKind = "mlops.risk.register";

    private const int SchemaVersion = 1;

    /// <summary>The model or system that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The hazards.</summary>
    public required IReadOnlyList<Hazard> Hazards { get; init; }

    /// <summary>Which risks are acceptable.</summary>
    /// <value>The SDK's default table.</value>
    public RiskAcceptabilityMatrix Acceptability { get; init; } = RiskAcceptabilityMatrix.Default;

    /// <summary>The evaluation of the overall residual risk, in words (ISO 14971, section 8); <see langword="null"/> while nobody
    /// has made it.</summary>
    public string? OverallEvaluation { get; init; }

    /// <summary>What is left of all hazards together; a closed hazard counts by its residual estimate as well.</summary>
    [JsonIgnore]
    public OverallResidualRisk Overall
    {
        get
        {
            var judged = Hazards
                .Where(hazard => hazard.Residual is not null)
                .Select(hazard => Acceptability.Judge(hazard.Residual!))
                .ToArray();
            return new OverallResidualRisk(
                judged.Length > 0 ? judged.Max() : null,
                judged.Count(judgement => judgement == RiskAcceptability.Acceptable),
                judged.Count(judgement => judgement == RiskAcceptability.ReduceFurther),
                judged.Count(judgement => judgement == RiskAcceptability.Unacceptable),
                Hazards.Count - judged.Length
            );
        }
    }

    /// <summary>The digest of the register in canonical JSON.</summary>
    [JsonIgnore]
    public ContentDigest Digest =>
        ContentDigest.Of(
            CanonicalJson.Serialize(JsonSerializer.SerializeToElement(this, RiskJson.Default.RiskRegister))
        );

    /// <summary>The open points, hazard by hazard.</summary>
    /// <returns>Empty where nothing is open.</returns>
    /// <exception cref="InvalidOperationException">Two hazards have one id, so that no finding could name one.</exception>
    public IReadOnlyList<Finding> Findings() => RiskRegisterReview.Of(this);

    /// <summary>The verdict: fail when a finding fails, inconclusive when one is, or when there is no hazard at all.</summary>
    public Verdict Judge() => RiskRegisterReview.Judge(Findings());

    /// <inheritdoc/>
    public EvidenceStatement ToEvidence() => ToEvidence([]);

    /// <summary>Says what the register attests.</summary>
    /// <param name="subjects">What it speaks about, such as the model's manifest.</param>
    public EvidenceStatement ToEvidence(IReadOnlyList<EvidenceSubject> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        var findings = Findings();
        return new EvidenceStatement(
            EvidenceKind,
            SchemaVersion,
            Digest,
            subjects,
            RiskRegisterReview.Judge(findings),
            findings
        );
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var overall = Overall;
        return FormattableString.Invariant(
            $"{Subject}: {Hazards.Count} hazards; residual risk acceptable {overall.AcceptableCount}, to be reduced {overall.ReduceFurtherCount}, unacceptable {overall.UnacceptableCount}, not estimated {overall.NotEstimatedCount}; {Findings().Count} open points"
        );
    }
}
