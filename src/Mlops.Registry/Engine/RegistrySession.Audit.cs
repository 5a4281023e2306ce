using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Engine;

internal sealed partial class RegistrySession
{
    /// <inheritdoc/>
    public Task<Page<AuditEntry>> GetHistoryAsync(HistoryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Limit is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, "A page has 1 to 1000 entries.");
        }

        return ReadAsync(
            "get-history",
            query.Model,
            null,
            async (reader, token) =>
            {
                _ = await Records.ModelAsync(reader, query.Model, token).ConfigureAwait(false);
                return await History.ReadAsync(reader, query, token).ConfigureAwait(false);
            },
            cancellationToken,
            RegistryRight.ReadAudit
        );
    }

    /// <inheritdoc/>
    public Task<AuditEntry> GetEntryAsync(long index, CancellationToken cancellationToken = default) =>
        ReadAsync(
            "get-entry",
            null,
            null,
            async (reader, token) =>
            {
                var bytes = await LogProofs.EntryAsync(reader, index, token).ConfigureAwait(false);
                var entry = RegistryJson.Deserialize<AuditEntry>(bytes.Span);
                return await History.WithTextAsync(reader, entry, token).ConfigureAwait(false);
            },
            cancellationToken,
            RegistryRight.ReadAudit
        );

    /// <inheritdoc/>
    public Task<TlogProof> ProveAsync(long index, CancellationToken cancellationToken = default) =>
        ReadAsync(
            "prove",
            null,
            null,
            (reader, token) => LogProofs.InclusionAsync(reader, index, token),
            cancellationToken,
            RegistryRight.ReadAudit
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<MerkleHash>> ProveConsistencyAsync(
        long first,
        long? second = null,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync(
            "prove-consistency",
            null,
            null,
            (reader, token) => LogProofs.ConsistencyAsync(reader, first, second, token),
            cancellationToken,
            RegistryRight.ReadAudit
        );

    /// <inheritdoc/>
    public Task<SignedNote> SignCheckpointAsync(CancellationToken cancellationToken = default) =>
        Checkpointing.SignAsync(engine, Caller, cancellationToken);

    /// <inheritdoc/>
    public Task<AuditVerification> VerifyAsync(
        VerifyOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync(
            "verify",
            null,
            null,
            (reader, token) => AuditVerifier.VerifyAsync(reader, engine.Options, options, progress, token),
            cancellationToken,
            RegistryRight.ReadAudit
        );
}
