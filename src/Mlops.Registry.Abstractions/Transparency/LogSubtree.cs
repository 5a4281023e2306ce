namespace Mlops.Registry.Transparency;

/// <summary>A complete subtree while a log is verified: its hash by what is beneath it, and another that was stored.</summary>
/// <remarks>
/// Where the two differ, the node above says which one the log was built with, so that one changed row is one finding and not
/// one for each node above it.
/// </remarks>
/// <param name="Id">Which one.</param>
/// <param name="Computed">The hash by what is beneath it; null where that is missing.</param>
/// <param name="Stored">What a store has instead, where it differs.</param>
internal readonly record struct LogSubtree(MerkleNodeId Id, MerkleHash? Computed, MerkleHash? Stored)
{
    /// <summary>Whether something beneath has been found to be wrong, or is missing.</summary>
    public bool IsInDoubt => Computed is null || Stored is not null;

    /// <summary>What the log was built with, if the computed hash is not it.</summary>
    public MerkleHash? Alternative => Stored ?? Computed;

    /// <summary>Whether one of the combinations of what is known of two neighbours makes a hash.</summary>
    public static bool CanMake(in LogSubtree left, in LogSubtree right, in MerkleHash parent) =>
        Makes(left.Computed, right.Alternative, parent)
        || Makes(left.Alternative, right.Computed, parent)
        || Makes(left.Alternative, right.Alternative, parent);

    public static MerkleHash? Combine(in MerkleHash? left, in MerkleHash? right) =>
        left is { } first && right is { } second ? MerkleTree.HashChildren(first, second) : null;

    private static bool Makes(in MerkleHash? left, in MerkleHash? right, in MerkleHash parent) =>
        Combine(left, right) == parent;
}
