using Mlops.Registry.Transparency;

namespace Mlops.Registry.Stores;

/// <summary>Reads from one consistent state of a store.</summary>
public interface IRegistryReader : IMerkleNodeReader
{
    /// <summary>Reads one record.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The record; <see langword="null"/> when there is none.</returns>
    ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken = default);

    /// <summary>Reads a page of records.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The query's limit or beginning is malformed.</exception>
    ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default);

    /// <summary>Holds what records are found by against what they should be found by, so that a search that lies is found out.</summary>
    /// <remarks>
    /// A store says what its queries go by, not what it was once given: each column and each mark that a condition or an
    /// order reads. One that keeps the whole index may answer with <see cref="RecordIndex.DifferencesFrom"/>.
    /// </remarks>
    /// <param name="expected">By what each record should be found. Records that are not there are passed over.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those records that are found by something else, each once, in any order.</returns>
    ValueTask<IReadOnlyList<MisindexedRecord>> FindMisindexedAsync(
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads the head of the log.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<LogHead> GetHeadAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads entries of the log in ascending order of their index, as they are stored, missing ones left out.</summary>
    /// <param name="from">The first index.</param>
    /// <param name="count">How many indices at most, from 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    IAsyncEnumerable<StoredEntry> ReadEntriesAsync(
        long from,
        long count,
        CancellationToken cancellationToken = default
    );

    /// <summary>Finds the latest entries about a model.</summary>
    /// <param name="subject">The subject under which the entries were appended: a model's name.</param>
    /// <param name="before">Only indices below this one; <see langword="null"/> for all.</param>
    /// <param name="limit">How many at most, from 1 to 1000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entries, the latest first.</returns>
    ValueTask<IReadOnlyList<StoredEntry>> ReadSubjectAsync(
        string subject,
        long? before,
        int limit,
        CancellationToken cancellationToken = default
    );
}
