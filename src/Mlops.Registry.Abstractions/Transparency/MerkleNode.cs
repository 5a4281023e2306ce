namespace Mlops.Registry.Transparency;

/// <summary>A complete subtree of the log and its hash.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Hash">The hash over its leaves.</param>
public readonly record struct MerkleNode(MerkleNodeId Id, MerkleHash Hash);
