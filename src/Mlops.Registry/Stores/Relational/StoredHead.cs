using System.Data.Common;
using Mlops.Registry.Transparency;
using Mlops.Storage.Commands;

namespace Mlops.Registry.Stores.Relational;

/// <summary>The row that holds the head, and what the next append needs.</summary>
internal static class StoredHead
{
    public const string Select = "SELECT size, root, frontier FROM mlops_head WHERE id = 1";

    // The first append makes the row; every other one finds the size it saw, or the lock that excludes writers is broken.
    private const string Upsert = """
        INSERT INTO mlops_head (id, size, root, frontier) VALUES (1, @size, @root, @frontier)
        ON CONFLICT (id) DO UPDATE SET size = excluded.size, root = excluded.root, frontier = excluded.frontier
        WHERE mlops_head.size = @was
        """;

    // Whoever verifies the log names what was tampered with; a root of another length is none that any log has.
    public static LogHead ReadHead(DbDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetBytesOrNull(1) is { Length: MerkleHash.Size } root ? MerkleHash.FromBytes(root) : default
        );

    public static MerkleFrontier ReadFrontier(DbDataReader reader)
    {
        var bytes = reader.GetFieldValue<byte[]>(2);
        var nodes = new MerkleHash[bytes.Length / MerkleHash.Size];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = MerkleHash.FromBytes(bytes.AsSpan(i * MerkleHash.Size, MerkleHash.Size));
        }

        return new MerkleFrontier(reader.GetInt64(0), nodes);
    }

    public static void AddWrite(StatementBatch batch, MerkleFrontier frontier, long was)
    {
        var nodes = frontier.Nodes;
        var bytes = new byte[nodes.Count * MerkleHash.Size];
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes[i].CopyTo(bytes.AsSpan(i * MerkleHash.Size));
        }

        batch
            .Add(Upsert)
            .Set("size", frontier.Size)
            .Set("root", frontier.Root.ToArray())
            .Set("frontier", bytes)
            .Set("was", was);
    }
}
