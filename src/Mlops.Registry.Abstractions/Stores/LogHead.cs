using Mlops.Registry.Transparency;

namespace Mlops.Registry.Stores;

/// <summary>The head of the audit log.</summary>
/// <param name="Size">How many entries there are.</param>
/// <param name="Root">The root of the tree over them.</param>
public readonly record struct LogHead(long Size, MerkleHash Root);
