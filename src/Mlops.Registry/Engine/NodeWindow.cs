using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Engine;

/// <summary>Reads the stored nodes of the tree some thousand entries ahead, in the order in which entries complete them.</summary>
internal sealed class NodeWindow(IRegistryReader reader)
{
    private const int Entries = 1024;
    private readonly Queue<MerkleNode> _nodes = new();
    private long _readEnd;
    private long _position;

    /// <summary>Gives the verifier every stored node that is complete with an entry.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="index">The index of the entry.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask AddUntilAsync(LogVerifier verifier, long index, CancellationToken cancellationToken)
    {
        index = Math.Min(index, MerkleNodeId.LargestSize - Entries);
        while (_readEnd <= index)
        {
            Give(verifier, _readEnd);
            if (!await ReadAsync(cancellationToken).ConfigureAwait(false) && index - _readEnd > Entries)
            {
                // Whoever can write an index of some trillions must not make the verifier read as many nodes that are not there.
                _readEnd = index / Entries * Entries;
                _position = MerkleNodeId.CountAt(_readEnd);
            }
        }

        Give(verifier, index + 1);
    }

    private void Give(LogVerifier verifier, long end)
    {
        while (_nodes.TryPeek(out var node) && node.Id.End <= end)
        {
            verifier.AddNode(_nodes.Dequeue());
        }
    }

    private async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _readEnd += Entries;
        var last = MerkleNodeId.CountAt(_readEnd);
        var ids = new List<MerkleNodeId>((int)(last - _position));
        while (_position < last)
        {
            ids.Add(MerkleNodeId.FromPosition(_position++));
        }

        var hashes = await reader.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        var isThere = false;
        for (var i = 0; i < ids.Count; i++)
        {
            if (hashes[i] is { } hash)
            {
                isThere = true;
                _nodes.Enqueue(new MerkleNode(ids[i], hash));
            }
        }

        return isThere;
    }
}
