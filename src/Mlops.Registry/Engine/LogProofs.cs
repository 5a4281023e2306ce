using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Engine;

/// <summary>Entries and their proofs.</summary>
internal static class LogProofs
{
    /// <summary>The bytes of one entry.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> EntryAsync(
        IRegistryReader reader,
        long index,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        await foreach (var entry in reader.ReadEntriesAsync(index, 1, cancellationToken).ConfigureAwait(false))
        {
            return entry.Bytes;
        }

        var head = await reader.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        throw new RegistryNotFoundException(
            FormattableString.Invariant($"There is no entry {index}: the log has {head.Size}, counted from 0.")
        );
    }

    /// <summary>The proof that an entry is in the log, under the first checkpoint that covers it.</summary>
    public static async ValueTask<TlogProof> InclusionAsync(
        IRegistryReader reader,
        long index,
        CancellationToken cancellationToken
    )
    {
        var entry = await EntryAsync(reader, index, cancellationToken).ConfigureAwait(false);
        var page = await reader
            .QueryAsync(
                new RecordQuery(RecordKind.Checkpoint) { Order = RecordOrder.NumberDescending, Limit = 1 },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (
            page.Records is not [var record]
            || SignedNote.Parse(RegistryJson.Deserialize<string>(record.Payload.Span)) is not { } note
            || Checkpoint.Parse(note.Text) is not { } checkpoint
            || checkpoint.Size <= index
        )
        {
            throw new RegistryNotFoundException(
                FormattableString.Invariant($"No signed checkpoint covers entry {index} yet: sign one first.")
            );
        }

        var hashes = await MerkleProofs
            .InclusionAsync(reader, index, checkpoint.Size, cancellationToken)
            .ConfigureAwait(false);
        return new TlogProof(index, hashes, note, entry);
    }

    /// <summary>The proof that the log has only grown.</summary>
    public static async ValueTask<IReadOnlyList<MerkleHash>> ConsistencyAsync(
        IRegistryReader reader,
        long first,
        long? second,
        CancellationToken cancellationToken
    )
    {
        var head = await reader.GetHeadAsync(cancellationToken).ConfigureAwait(false);
        var size = second ?? head.Size;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, head.Size, nameof(second));
        return await MerkleProofs.ConsistencyAsync(reader, first, size, cancellationToken).ConfigureAwait(false);
    }
}
