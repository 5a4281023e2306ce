using System.Data.Common;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>Somebody with every right on the tables, and without the key that signs checkpoints.</summary>
internal sealed class Attacker(DbConnection connection)
{
    public async Task<int> DoAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> AskAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The rows of the audit table.</summary>
    public async Task<List<(long Index, byte[] Entry, byte[] Leaf)>> EntriesAsync()
    {
        await using var command = Command("SELECT idx, entry, leaf_hash FROM mlops_audit ORDER BY idx", []);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(long, byte[], byte[])>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)));
        }

        return rows;
    }

    public Task SetEntryAsync(long index, byte[] entry) =>
        DoAsync("UPDATE mlops_audit SET entry = @entry WHERE idx = @idx", ("entry", entry), ("idx", index));

    public Task SetLeafAsync(long index, byte[] leaf) =>
        DoAsync("UPDATE mlops_audit SET leaf_hash = @leaf WHERE idx = @idx", ("leaf", leaf), ("idx", index));

    /// <summary>Adds an entry, of the hash that it has.</summary>
    public Task InsertAsync(long index, byte[] entry) =>
        DoAsync(
            "INSERT INTO mlops_audit (idx, entry, leaf_hash) VALUES (@idx, @entry, @leaf)",
            ("idx", index),
            ("entry", entry),
            ("leaf", MerkleTree.HashLeaf(entry).ToArray())
        );

    /// <summary>Moves the entries from an index on, from the last to the first or the other way.</summary>
    public async Task ShiftAsync(long from, int by)
    {
        var rows = (await EntriesAsync()).Where(row => row.Index >= from).Select(row => row.Index);
        foreach (var index in by > 0 ? rows.Reverse() : rows)
        {
            await DoAsync("UPDATE mlops_audit SET idx = @to WHERE idx = @idx", ("idx", index), ("to", index + by));
        }
    }

    /// <summary>Makes leaf hashes, nodes and head agree with the entries that are there now.</summary>
    public async Task RecomputeAsync()
    {
        var frontier = new MerkleFrontier();
        var nodes = new List<MerkleNode>();
        foreach (var (index, entry, _) in await EntriesAsync())
        {
            var leaf = MerkleTree.HashLeaf(entry);
            await SetLeafAsync(index, leaf.ToArray());
            frontier.Append(leaf, nodes.Add);
        }

        await DoAsync("DELETE FROM mlops_node");
        foreach (var node in nodes.Where(node => node.Id.Level > 0))
        {
            await DoAsync(
                "INSERT INTO mlops_node (level, idx, hash) VALUES (@level, @idx, @hash)",
                ("level", (long)node.Id.Level),
                ("idx", node.Id.Index),
                ("hash", node.Hash.ToArray())
            );
        }

        await DoAsync(
            "UPDATE mlops_head SET size = @size, root = @root, frontier = @frontier",
            ("size", frontier.Size),
            ("root", frontier.Root.ToArray()),
            ("frontier", frontier.Nodes.SelectMany(node => node.ToArray()).ToArray())
        );
    }

    private DbCommand Command(string sql, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
