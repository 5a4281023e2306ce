using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Policies;
using Mlops.Registry.Redaction;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;
using Mlops.Serialization;

namespace Mlops.Registry.Engine;

/// <summary>One operation inside a commit: what it read, what it will write, and the entry that says so.</summary>
/// <remarks>Writes are kept until the end, so that a refusal leaves nothing but its entry.</remarks>
internal sealed class Unit(
    IRegistryTransaction transaction,
    Principal caller,
    Intent intent,
    ModelRegistryOptions options,
    Redactor redactor,
    DateTimeOffset now
)
{
    private readonly UnitReader _reader = new(transaction);
    private readonly List<Write> _writes = [];
    private readonly List<(Stage From, Stage To)> _steps = [];
    private readonly Dictionary<string, string> _details = new(StringComparer.Ordinal);

    /// <summary>Who acts.</summary>
    public Principal Caller { get; } = caller;

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The index that the entry will have, once a record was read.</summary>
    public long Index => _reader.Size;

    /// <summary>Reads the state that the commit before left.</summary>
    public IRegistryReader Reader => _reader;

    /// <summary>What the policy said, for the entry.</summary>
    public PolicyDecision? Decision { get; set; }

    /// <summary>What the policy looked at, for the entry.</summary>
    public PolicyFacts? Facts { get; set; }

    /// <summary>What was read, for an entry of reads.</summary>
    public IReadOnlyList<AccessRecord> Reads { get; set; } = [];

    /// <summary>The version that the entry is about, once its number is known.</summary>
    public Models.VersionKey? Version { get; set; } = intent.Version;

    /// <summary>Says more in the entry.</summary>
    public void Detail(string name, string value) => _details[name] = value;

    /// <summary>The steps between stages that the commit takes.</summary>
    public IReadOnlyList<(Stage From, Stage To)> Steps => _steps;

    /// <summary>Counts a step between stages.</summary>
    public void Step(Stage from, Stage to) => _steps.Add((from, to));

    /// <summary>Throws when no role of the caller has a right.</summary>
    public void Require(RegistryRight right)
    {
        if (!options.Access.Allows(Caller, right))
        {
            throw Denied(right);
        }
    }

    /// <summary>The exception that says which roles would do.</summary>
    public AccessDeniedException Denied(RegistryRight right)
    {
        var able = options.Access.RolesThatMay(right);
        var held = Caller.Roles.Count == 0 ? "no role" : $"the roles {string.Join(", ", Caller.Roles)}";
        var who = able.Count == 0 ? "no role may" : $"it takes one of {string.Join(", ", able)}";
        return new AccessDeniedException(
            right,
            $"'{Caller.Id}' may not do '{intent.Operation}' on {intent.Subject}: they hold {held}, and {who} (right {right})."
        );
    }

    /// <summary>Reads a record that must be there.</summary>
    public async ValueTask<(T Value, long Revision)> GetAsync<T>(
        RecordKey key,
        string what,
        CancellationToken cancellationToken
    ) => await Records.GetAsync<T>(_reader, key, what, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads a record that may be there.</summary>
    public async ValueTask<(T? Value, long Revision)> FindAsync<T>(RecordKey key, CancellationToken cancellationToken)
        where T : class => await Records.FindAsync<T>(_reader, key, cancellationToken).ConfigureAwait(false);

    /// <summary>Writes a record at the end.</summary>
    public void Put<T>(RecordKey key, long expectedRevision, T value, RecordIndex index) =>
        Put(key, expectedRevision, RegistryJson.Serialize(value), index);

    /// <summary>Writes a record of given bytes at the end.</summary>
    public void Put(RecordKey key, long expectedRevision, byte[] payload, RecordIndex index) =>
        _writes.Add(new(key, expectedRevision, payload, index));

    /// <summary>Deletes a record at the end.</summary>
    public void Delete(RecordKey key, long expectedRevision) =>
        _writes.Add(new(key, expectedRevision, null, RecordIndex.None));

    /// <summary>Writes all records and the entry.</summary>
    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await _reader.LearnSizeAsync(cancellationToken).ConfigureAwait(false);
        var reason = intent.Reason;
        if (redactor.HidesReasons && !string.IsNullOrEmpty(reason))
        {
            Put(Records.Note(Index), 0, reason, Records.IndexOfNote(intent.Model, Version));
            reason = redactor.DigestOf(reason);
        }

        var changes = new List<RecordChange>(_writes.Count);
        foreach (var (key, expected, payload, index) in _writes)
        {
            if (payload is null)
            {
                await transaction.DeleteAsync(key, expected, cancellationToken).ConfigureAwait(false);
                changes.Add(new(key.Kind, key.Id, expected, null));
            }
            else
            {
                var revision = await transaction
                    .PutAsync(key, expected, payload, index, cancellationToken)
                    .ConfigureAwait(false);
                changes.Add(new(key.Kind, key.Id, revision, ContentDigest.Of(payload)));
            }
        }

        await AppendAsync(AuditOutcome.Done, reason, changes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes nothing but the entry of a refusal.</summary>
    public async ValueTask RefuseAsync(RegistryException refusal, CancellationToken cancellationToken)
    {
        if (refusal is PolicyRefusedException { Decision: { } decision })
        {
            Decision = decision;
        }

        await _reader.LearnSizeAsync(cancellationToken).ConfigureAwait(false);

        var outcome = refusal is AccessDeniedException ? AuditOutcome.Denied : AuditOutcome.Refused;
        await AppendAsync(outcome, refusal.Message, [], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask AppendAsync(
        AuditOutcome outcome,
        string? reason,
        IReadOnlyList<RecordChange> changes,
        CancellationToken cancellationToken
    )
    {
        var entry = new AuditEntry
        {
            Index = Index,
            At = Now,
            Action = intent.Action,
            Outcome = outcome,
            Principal = Caller.Id,
            Roles = Caller.Roles,
            Model = intent.Model ?? Version?.Model,
            Version = Version,
            Reason = reason,
            Ticket = intent.Ticket,
            Details = _details,
            Reads = Reads,
            Changes = changes,
            Decision = Decision,
            Facts = Facts,
        };
        await transaction
            .AppendAsync(RegistryJson.Serialize(entry), entry.Model, cancellationToken)
            .ConfigureAwait(false);
    }

    private readonly record struct Write(RecordKey Key, long Expected, byte[]? Payload, RecordIndex Index);
}
