using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

/// <summary>Nodes in memory, and how often they were asked for.</summary>
internal sealed class StoredNodesReader : IMerkleNodeReader
{
    private readonly Dictionary<MerkleNodeId, MerkleHash> _nodes = [];

    public StoredNodesReader(IEnumerable<MerkleHash> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves)
        {
            frontier.Append(leaf, node => _nodes.Add(node.Id, node.Hash));
        }
    }

    public int Calls { get; private set; }

    public int MostIds { get; private set; }

    public void Remove(MerkleNodeId id) => _nodes.Remove(id);

    public ValueTask<IReadOnlyList<MerkleHash?>> ReadAsync(
        IReadOnlyList<MerkleNodeId> ids,
        CancellationToken cancellationToken = default
    )
    {
        Calls++;
        MostIds = Math.Max(MostIds, ids.Count);
        return new([.. ids.Select(id => _nodes.TryGetValue(id, out var hash) ? hash : (MerkleHash?)null)]);
    }
}
