using System.Text.Json.Serialization;
using Mlops.Registry.Approvals;
using Mlops.Registry.Retention;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Mlops.Serialization;

namespace Mlops.Registry.Models;

/// <summary>A version of a model: what it is, what speaks for it, who approved it, and where it stands.</summary>
/// <remarks>
/// <see cref="Definition"/> is fixed once the version has left <see cref="Stage.Draft"/>. The rest grows by the registry's
/// operations, each of which leaves an entry in the audit log. Compliance and bias check are not here: they are computed
/// from the evidence when they are asked for (<see cref="Governance.VersionStanding"/>).
/// </remarks>
public sealed record ModelVersion
{
    /// <summary>Which version of which model.</summary>
    public required VersionKey Key { get; init; }

    /// <summary>What it is.</summary>
    public required VersionDefinition Definition { get; init; }

    /// <summary>The digest of <see cref="Definition"/>, to which approvals are bound.</summary>
    public required ContentDigest DefinitionDigest { get; init; }

    /// <summary>Where it stands.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Who registered it: they can't approve it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was registered, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything about it last changed, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Everybody who had a hand in its definition or evidence besides the author; separation of duties counts them too.</summary>
    public IReadOnlyList<string> Contributors { get; init; } = [];

    /// <summary>Its risk, once assessed.</summary>
    public RiskAssessment? Risk { get; init; }

    /// <summary>The evidence, in the order in which it was attached.</summary>
    public IReadOnlyList<AttachedEvidence> Evidence { get; init; } = [];

    /// <summary>The design decisions, in the order in which they were recorded.</summary>
    public IReadOnlyList<DesignDecision> Decisions { get; init; } = [];

    /// <summary>The open or last request for review.</summary>
    public ReviewRequest? Review { get; init; }

    /// <summary>The approvals and rejections of all reviews, in their order.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>What is not known of a version that was registered after it had gone into use; <see langword="null"/> for all others.</summary>
    public RetroactiveRegistration? Retroactive { get; init; }

    /// <summary>When it last became active, in UTC.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>How often it became active.</summary>
    public int Activations { get; init; }

    /// <summary>How long its records are kept, and the legal holds on them.</summary>
    public RetentionState? Retention { get; init; }

    /// <summary>The revision of the record, from 1: what a change may ask to be unchanged.</summary>
    [JsonIgnore]
    public long Revision { get; init; }
}
