namespace Mlops.Registry.Transparency;

/// <summary>Compares a log with checkpoints as it grows past the size of each.</summary>
internal sealed class CheckpointCursor
{
    private readonly Checkpoint[] _checkpoints;
    private readonly LogFindings _findings;
    private int _next;
    private Checkpoint? _contradicted;

    public CheckpointCursor(IEnumerable<Checkpoint> checkpoints, LogFindings findings)
    {
        _findings = findings;
        _checkpoints = [.. checkpoints.OrderBy(checkpoint => checkpoint.Size)];
        for (var i = 1; i < _checkpoints.Length; i++)
        {
            var (one, other) = (_checkpoints[i - 1], _checkpoints[i]);
            if (one.Size == other.Size && one.Root != other.Root)
            {
                findings.Add(
                    LogFault.Fork,
                    0,
                    one.Size,
                    $"Two signed checkpoints of size {one.Size} have different roots, {one.Root} and {other.Root}."
                );
            }
        }
    }

    /// <summary>The size at which the next checkpoint is compared, or a size that no log has.</summary>
    public long NextSize => _next < _checkpoints.Length ? _checkpoints[_next].Size : long.MaxValue;

    /// <summary>The checkpoints that the log agrees with.</summary>
    public int AgreedCount { get; private set; }

    /// <summary>The largest size of those.</summary>
    public long AgreedSize { get; private set; }

    /// <summary>Compares the checkpoints of the size that the log has reached.</summary>
    /// <param name="root">The root by the entries, or null where some are missing.</param>
    /// <param name="storedRoot">The root by what is stored wherever an entry is known to be wrong.</param>
    public void Compare(MerkleHash? root, MerkleHash? storedRoot)
    {
        for (var size = NextSize; NextSize == size && _next < _checkpoints.Length; _next++)
        {
            Compare(_checkpoints[_next], root, storedRoot);
        }
    }

    /// <summary>Tells of checkpoints that are larger than the log.</summary>
    public void Complete(long size)
    {
        if (_next == _checkpoints.Length)
        {
            return;
        }

        var largest = _checkpoints[^1].Size;
        _findings.Add(
            LogFault.Truncated,
            size,
            largest,
            $"{_checkpoints.Length - _next} checkpoints are larger than the log: the largest has {largest} entries and the log {size}. Its end was cut off, or an older file was put back."
        );
    }

    private void Compare(Checkpoint checkpoint, MerkleHash? root, MerkleHash? storedRoot)
    {
        if (root is null && storedRoot is null)
        {
            return;
        }

        if (checkpoint.Root == root || checkpoint.Root == storedRoot)
        {
            if (_contradicted is { } other && other.Size != checkpoint.Size)
            {
                _findings.Add(
                    LogFault.Fork,
                    AgreedSize,
                    other.Size,
                    $"The signed checkpoints of sizes {other.Size} and {checkpoint.Size} contradict each other: the log agrees with the later one, and its first {other.Size} entries not with the earlier one."
                );
            }

            _contradicted = null;
            AgreedCount++;
            AgreedSize = checkpoint.Size;
        }
        else if (_contradicted is null && (checkpoint.Size != AgreedSize || AgreedCount == 0))
        {
            // Checkpoints after the first that disagrees disagree for the same reason.
            _contradicted = checkpoint;
            _findings.Add(
                LogFault.CheckpointMismatch,
                AgreedSize,
                checkpoint.Size,
                $"The first {checkpoint.Size} entries have the root {storedRoot ?? root}; the checkpoint of that size has {checkpoint.Root}. The first entry that was changed is one from {AgreedSize} to {checkpoint.Size - 1}."
            );
        }
    }
}
