using System.Collections.Immutable;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Stores.Memory;

/// <summary>All that a store in memory holds, as one value that never changes.</summary>
internal sealed record MemoryState
{
    public static MemoryState Empty { get; } =
        new()
        {
            Records =
            [
                .. Enum.GetValues<RecordKind>()
                    .Select(_ => ImmutableSortedDictionary.Create<string, MemoryRecord>(CodePointComparer.Instance)),
            ],
            Subjects = ImmutableDictionary.Create<string, Grown<long>>(StringComparer.Ordinal),
            Frontier = new MerkleFrontier(),
            Head = new LogHead(0, MerkleTree.EmptyRoot),
        };

    /// <summary>The records of each kind, in the order of their ids.</summary>
    public required ImmutableArray<ImmutableSortedDictionary<string, MemoryRecord>> Records { get; init; }

    /// <summary>The indices of the entries about each subject, ascending.</summary>
    public required ImmutableDictionary<string, Grown<long>> Subjects { get; init; }

    /// <summary>What the next append needs; its own copy grows.</summary>
    public required MerkleFrontier Frontier { get; init; }

    public required LogHead Head { get; init; }

    public Grown<StoredEntry> Entries { get; init; }

    /// <summary>The nodes of the tree, at their positions.</summary>
    public Grown<MerkleHash> Nodes { get; init; }

    public MemoryRecord? Find(RecordKey key) => Records[(int)key.Kind].GetValueOrDefault(key.Id);

    public MemoryState With(MemoryRecord record)
    {
        var key = record.Record.Key;
        return With(key.Kind, Records[(int)key.Kind].SetItem(key.Id, record));
    }

    public MemoryState Without(RecordKey key) => With(key.Kind, Records[(int)key.Kind].Remove(key.Id));

    private MemoryState With(RecordKind kind, ImmutableSortedDictionary<string, MemoryRecord> records) =>
        this with
        {
            Records = Records.SetItem((int)kind, records),
        };
}
