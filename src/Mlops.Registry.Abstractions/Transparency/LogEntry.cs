namespace Mlops.Registry.Transparency;

/// <summary>An entry of a log as it is stored.</summary>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Content">Its bytes, read only until the call that takes the entry returns.</param>
/// <param name="LeafHash">The leaf hash that is stored beside the bytes, or null where none is.</param>
public readonly record struct LogEntry(long Index, ReadOnlyMemory<byte> Content, MerkleHash? LeafHash = null);
