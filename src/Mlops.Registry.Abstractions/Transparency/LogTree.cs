using System.Numerics;

namespace Mlops.Registry.Transparency;

/// <summary>Recomputes the tree of a log that may be damaged, and compares it with the nodes that are stored.</summary>
internal sealed class LogTree(StoredNodes expected, LogFindings findings)
{
    private readonly List<LogSubtree> _frontier = [];
    private readonly Queue<MerkleNode> _stored = [];
    private long _lastPosition = -1;

    /// <summary>The leaves so far, the missing ones counted.</summary>
    public long Size { get; private set; }

    /// <summary>The root by the entries, or null where some are missing.</summary>
    public MerkleHash? Root => Fold(subtree => subtree.Computed);

    /// <summary>The root by what is stored wherever that differs; the same as the other where nothing does.</summary>
    public MerkleHash? StoredRoot => Fold(subtree => subtree.Alternative);

    /// <summary>Takes a stored node. Those that a leaf completes come before the leaf.</summary>
    public void AddStored(in MerkleNode node)
    {
        var position = node.Id.Position;
        if (position <= _lastPosition || node.Id.End <= Size)
        {
            findings.Add(
                LogFault.WrongOrder,
                node.Id.Start,
                node.Id.End,
                $"The stored node at {node.Id} stands twice, or after a node that follows it."
            );
            return;
        }

        _lastPosition = position;
        _stored.Enqueue(node);
    }

    /// <summary>Adds the next leaf.</summary>
    public void AddLeaf(in MerkleHash computed, in MerkleHash? storedBeside)
    {
        var leaf = new LogSubtree(new MerkleNodeId(0, Size), computed, storedBeside == computed ? null : storedBeside);
        if (leaf.Stored is { } stored)
        {
            findings.Add(
                LogFault.LeafHashMismatch,
                Size,
                Size + 1,
                $"Entry {Size} has the leaf hash {computed}; {stored} is stored beside it."
            );
        }

        Push(CompareLeaf(leaf));
    }

    /// <summary>Goes on to a leaf that is not the next one, by stored nodes where there are some.</summary>
    public void SkipTo(long end)
    {
        while (_stored.TryPeek(out var node) && node.Id.End <= end)
        {
            SkipUnknownTo(Math.Max(node.Id.Start, Size));
            _stored.Dequeue();
            if (node.Id.Start == Size)
            {
                Push(new LogSubtree(node.Id, node.Hash, null));
            }
        }

        SkipUnknownTo(end);
    }

    /// <summary>Tells of the stored nodes that no leaf has completed.</summary>
    public void Complete()
    {
        if (_stored.Count == 0)
        {
            return;
        }

        findings.Add(
            LogFault.UnexpectedNode,
            Size,
            _stored.Max(node => node.Id.End),
            $"{_stored.Count} stored nodes cover entries that are not there, after the last one, {Size - 1}."
        );
    }

    private LogSubtree CompareLeaf(in LogSubtree leaf)
    {
        if (!TryTakeStored(leaf.Id, out var node))
        {
            if (expected == StoredNodes.All)
            {
                TellMissing(leaf.Id);
            }

            return leaf;
        }

        if (node == leaf.Computed || node == leaf.Stored)
        {
            return leaf;
        }

        TellMismatch(leaf.Id, leaf.Computed!.Value, node);
        return leaf with { Stored = leaf.Stored ?? node };
    }

    private void Push(LogSubtree subtree)
    {
        Size = subtree.Id.End;
        while (_frontier.Count > 0 && _frontier[^1].Id.Level == subtree.Id.Level)
        {
            subtree = Merge(_frontier[^1], subtree);
            _frontier.RemoveAt(_frontier.Count - 1);
        }

        _frontier.Add(subtree);
    }

    private LogSubtree Merge(in LogSubtree left, in LogSubtree right)
    {
        var id = left.Id.Parent;
        var computed = LogSubtree.Combine(left.Computed, right.Computed);
        var inDoubt = left.IsInDoubt || right.IsInDoubt;
        if (!TryTakeStored(id, out var stored))
        {
            if (expected != StoredNodes.Optional && !inDoubt)
            {
                TellMissing(id);
            }

            return new LogSubtree(
                id,
                computed,
                inDoubt ? LogSubtree.Combine(left.Alternative, right.Alternative) : null
            );
        }

        // The node agrees with the entries, or with what is stored instead of one that was changed, or stands for missing ones.
        if (computed == stored || (inDoubt && (computed is null || LogSubtree.CanMake(left, right, stored))))
        {
            return new LogSubtree(id, stored, null);
        }

        if (!inDoubt)
        {
            TellMismatch(id, computed!.Value, stored);
        }

        return new LogSubtree(id, computed, stored);
    }

    private bool TryTakeStored(MerkleNodeId id, out MerkleHash hash)
    {
        var position = id.Position;
        while (_stored.TryPeek(out var node) && node.Id.Position <= position)
        {
            _stored.Dequeue();
            if (node.Id == id)
            {
                hash = node.Hash;
                return true;
            }
        }

        hash = default;
        return false;
    }

    private void SkipUnknownTo(long end)
    {
        while (Size < end)
        {
            var level = BitOperations.Log2((ulong)(end - Size));
            if (Size > 0)
            {
                level = Math.Min(level, BitOperations.TrailingZeroCount(Size));
            }

            Push(new LogSubtree(new MerkleNodeId(level, Size >> level), null, null));
        }
    }

    private void TellMismatch(MerkleNodeId id, in MerkleHash computed, in MerkleHash stored) =>
        findings.Add(
            LogFault.NodeMismatch,
            id.Start,
            id.End,
            $"The node at {id} is {stored}; the entries {id.Start} to {id.End - 1} beneath it make {computed}."
        );

    private void TellMissing(MerkleNodeId id) =>
        findings.Add(
            LogFault.MissingNode,
            id.Start,
            id.End,
            $"The node at {id}, over the entries {id.Start} to {id.End - 1}, is not stored."
        );

    private MerkleHash? Fold(Func<LogSubtree, MerkleHash?> hashOf)
    {
        if (_frontier.Count == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        var root = hashOf(_frontier[^1]);
        for (var i = _frontier.Count - 2; i >= 0; i--)
        {
            root = LogSubtree.Combine(hashOf(_frontier[i]), root);
        }

        return root;
    }
}
