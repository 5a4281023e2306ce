using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Transparency;

namespace Mlops.Registry;

public partial interface IModelRegistry
{
    /// <summary>Reads what happened to a model, the latest first.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Page<AuditEntry>> GetHistoryAsync(HistoryQuery query, CancellationToken cancellationToken = default);

    /// <summary>Reads one entry of the audit log.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<AuditEntry> GetEntryAsync(long index, CancellationToken cancellationToken = default);

    /// <summary>Proves offline that an entry is in the log: the entry's path, and a signed checkpoint.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<TlogProof> ProveAsync(long index, CancellationToken cancellationToken = default);

    /// <summary>Proves that the log has only grown since an earlier size.</summary>
    /// <param name="first">The earlier size, at least 1.</param>
    /// <param name="second">The later size; the present one when left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<MerkleHash>> ProveConsistencyAsync(
        long first,
        long? second = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Signs the present state of the log, and publishes it to the sinks that the host gave.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The host configured no signing key.</exception>
    Task<SignedNote> SignCheckpointAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the whole log and the records, and finds whatever was altered, removed, reordered or put back.</summary>
    /// <param name="options">What to hold it against; the host's sources and keys when left out.</param>
    /// <param name="progress">Told how many entries were read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<AuditVerification> VerifyAsync(
        VerifyOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default
    );
}
