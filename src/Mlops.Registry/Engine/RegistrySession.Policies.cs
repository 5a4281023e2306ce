using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Retention;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

internal sealed partial class RegistrySession
{
    /// <inheritdoc/>
    public Task<GovernancePolicy> AddPolicyAsync(
        GovernancePolicy policy,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        RegistryName.ThrowIfNotModel(policy.Name);
        ThrowIfNoReason(reason);
        return ChangeAsync(
            new Intent("add-policy", AuditAction.PolicyAdded, RegistryRight.ManagePolicy, Reason: reason),
            async (unit, token) =>
            {
                var page = await unit
                    .Reader.QueryAsync(
                        new RecordQuery(RecordKind.Policy)
                        {
                            Alias = policy.Name,
                            Order = RecordOrder.NumberDescending,
                            Limit = 1,
                        },
                        token
                    )
                    .ConfigureAwait(false);
                var latest = page.Records is [var record]
                    ? RegistryJson.Deserialize<GovernancePolicy>(record.Payload.Span).Version
                    : 0;
                var added = policy with { Version = latest + 1 };
                unit.Detail("policy", FormattableString.Invariant($"{added.Name}@{added.Version}"));
                unit.Put(Records.Policy(added.Name, added.Version), 0, added, Records.IndexOf(added, unit.Now));
                return added;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<GovernancePolicy> GetPolicyAsync(
        string name,
        int? version = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ReadAsync(
            "get-policy",
            null,
            null,
            (reader, token) =>
                version is { } number
                    ? PolicyShelf.GetAsync(reader, name, number, token)
                    : PolicyShelf.LatestAsync(reader, name, token),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<PolicyDryRun> TryPolicyAsync(
        GovernancePolicy policy,
        string? model = null,
        DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        return ReadAsync(
            "try-policy",
            model,
            null,
            async (reader, token) =>
            {
                var head = await reader.GetHeadAsync(token).ConfigureAwait(false);
                var steps = new List<PastStep>();
                await foreach (var stored in reader.ReadEntriesAsync(0, head.Size, token).ConfigureAwait(false))
                {
                    var entry = RegistryJson.Deserialize<AuditEntry>(stored.Bytes.Span);
                    if (
                        entry is { Facts: { } facts, Decision: { } decision }
                        && (model is null || entry.Model == model)
                        && (since is null || entry.At >= since)
                    )
                    {
                        steps.Add(new PastStep(stored.Index, facts, decision));
                    }
                }

                return PolicyDryRun.Run(policy, steps);
            },
            cancellationToken,
            RegistryRight.ReadAudit
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> SetRetentionAsync(
        VersionKey version,
        IReadOnlyList<RetentionPeriod> periods,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(periods);
        ThrowIfNoReason(reason);
        return ChangeRetentionAsync(
            "set-retention",
            version,
            reason,
            (unit, found) =>
            {
                unit.Detail("classes", string.Join(", ", periods.Select(period => period.Class.Name)));
                return (found.Retention ?? new RetentionState()) with { Periods = periods };
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> PlaceHoldAsync(
        VersionKey version,
        string matter,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(matter);
        ThrowIfNoReason(reason);
        return ChangeRetentionAsync(
            "place-hold",
            version,
            reason,
            (unit, found) =>
            {
                unit.Detail("hold", matter);
                var state = found.Retention ?? new RetentionState();
                return IsHeld(state, matter)
                    ? throw new RegistryConflictException($"{version} is under the hold '{matter}' already.")
                    : state.WithHold(new LegalHold(matter, reason, Caller.Id, unit.Now));
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> ReleaseHoldAsync(
        VersionKey version,
        string matter,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(matter);
        ThrowIfNoReason(reason);
        return ChangeRetentionAsync(
            "release-hold",
            version,
            reason,
            (unit, found) =>
            {
                unit.Detail("released", matter);
                var state = found.Retention ?? new RetentionState();
                return IsHeld(state, matter)
                    ? state.WithRelease(matter, Caller.Id, unit.Now)
                    : throw new RegistryNotFoundException($"{version} is under no hold '{matter}'.");
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task EraseAsync(VersionKey version, string reason, CancellationToken cancellationToken = default)
    {
        ThrowIfNoReason(reason);
        var digests = await ChangeAsync(
                new Intent("erase", AuditAction.Erased, RegistryRight.Erase, Version: version, Reason: reason),
                async (unit, token) =>
                {
                    var found = await Records.VersionAsync(unit.Reader, version, token).ConfigureAwait(false);
                    Erasure.ThrowIfKept(found, unit.Now);
                    var shared = await Erasure.DigestsOfOthersAsync(unit.Reader, found, token).ConfigureAwait(false);
                    var own = Erasure.DigestsOf(found).Except(shared).ToList();
                    await Erasure.DeleteTextsAsync(unit, found, token).ConfigureAwait(false);
                    await Erasure.MarkAsync(unit, version, token).ConfigureAwait(false);
                    PutVersion(unit, Erasure.Emptied(found));
                    unit.Detail("files", FormattableString.Invariant($"{own.Count}"));
                    return own;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (engine.Artifacts is { } artifacts)
        {
            // After the commit: files without a record are found again, records without files are not.
            foreach (var digest in digests)
            {
                await artifacts.DeleteAsync(digest, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static bool IsHeld(RetentionState state, string matter) =>
        state.Holds.Any(hold => hold.Matter == matter && hold.ReleasedAt is null);

    private Task<ModelVersion> ChangeRetentionAsync(
        string operation,
        VersionKey version,
        string reason,
        Func<Unit, ModelVersion, RetentionState> change,
        CancellationToken cancellationToken
    ) =>
        ChangeVersionAsync(
            new Intent(
                operation,
                AuditAction.RetentionChanged,
                RegistryRight.ManageRetention,
                Version: version,
                Reason: reason
            ),
            (unit, found, _) => ValueTask.FromResult(found with { Retention = change(unit, found) }),
            cancellationToken
        );
}
