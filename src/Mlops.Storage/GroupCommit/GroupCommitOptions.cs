namespace Mlops.Storage.GroupCommit;

/// <summary>How many units share a transaction, and how many may wait.</summary>
public sealed record GroupCommitOptions
{
    /// <summary>The most units in one transaction.</summary>
    /// <value>By default 256.</value>
    public int MaximumBatch { get; init; } = 256;

    /// <summary>The most units that wait; who comes later waits for a place.</summary>
    /// <value>By default 4,096.</value>
    public int QueueCapacity { get; init; } = 4096;

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumBatch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueCapacity, 1);
    }
}
