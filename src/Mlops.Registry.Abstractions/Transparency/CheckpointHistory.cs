namespace Mlops.Registry.Transparency;

/// <summary>Compares the leaves of a log with the checkpoints that were signed while it grew.</summary>
public static class CheckpointHistory
{
    /// <summary>Finds the first checkpoint that leaves do not agree with.</summary>
    /// <remarks>Streams: O(log n) memory beside the checkpoints, two hashes a leaf.</remarks>
    /// <param name="leafHashes">The hashes of all leaves, in order.</param>
    /// <param name="checkpoints">Checkpoints whose signatures have been verified, in any order.</param>
    /// <returns>
    /// Null where all agree; else the finding, whose entries begin at the size of the last checkpoint that agrees and end at
    /// the size of the first that does not: the first bad entry is one of them.
    /// </returns>
    public static LogFinding? FindFirstMismatch(IEnumerable<MerkleHash> leafHashes, IEnumerable<Checkpoint> checkpoints)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        ArgumentNullException.ThrowIfNull(checkpoints);
        var findings = new LogFindings(limit: 1);
        var cursor = new CheckpointCursor(checkpoints, findings);
        var frontier = new MerkleFrontier();
        using var leaves = leafHashes.GetEnumerator();
        while (findings.Count == 0)
        {
            if (frontier.Size == cursor.NextSize)
            {
                cursor.Compare(frontier.Root, frontier.Root);
            }
            else if (leaves.MoveNext())
            {
                frontier.Append(leaves.Current);
            }
            else
            {
                cursor.Complete(frontier.Size);
                break;
            }
        }

        return findings.Listed.Count > 0 ? findings.Listed[0] : null;
    }
}
