using Mlops.Registry.Models;
using Mlops.Registry.Policies;

namespace Mlops.Registry.Audit;

/// <summary>One entry of the audit log: who did what, when, to which record, by which rules, with which outcome.</summary>
/// <remarks>Its canonical JSON is a leaf of the Merkle tree. It is committed together with what it records, or not at all.</remarks>
public sealed record AuditEntry
{
    /// <summary>The version of this form: 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Its place in the log, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>When, in UTC, by the clock of the host that wrote it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was asked for.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>What came of it.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>Who asked: a principal's id.</summary>
    public required string Principal { get; init; }

    /// <summary>The roles they held.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The model it is about.</summary>
    public string? Model { get; init; }

    /// <summary>The version it is about.</summary>
    public VersionKey? Version { get; init; }

    /// <summary>Why, in the caller's words, or why it was refused; classified text is replaced by its keyed digest.</summary>
    public string? Reason { get; init; }

    /// <summary>The ticket in the organisation's own system.</summary>
    public string? Ticket { get; init; }

    /// <summary>What else there is to know, by name: <c>from</c>, <c>to</c>, <c>alias</c>, <c>role</c>, <c>evidence</c>.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>What was read, for an entry of reads.</summary>
    public IReadOnlyList<AccessRecord> Reads { get; init; } = [];

    /// <summary>The records that changed.</summary>
    public IReadOnlyList<RecordChange> Changes { get; init; } = [];

    /// <summary>What the policy said, where it was asked.</summary>
    public PolicyDecision? Decision { get; init; }

    /// <summary>What the policy looked at, where it was asked.</summary>
    public PolicyFacts? Facts { get; init; }
}
