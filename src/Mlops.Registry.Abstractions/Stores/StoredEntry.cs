using Mlops.Registry.Transparency;

namespace Mlops.Registry.Stores;

/// <summary>An entry of the audit log as it is stored.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Bytes">The bytes of the leaf.</param>
/// <param name="LeafHash">The leaf's hash, as it was stored.</param>
public sealed record StoredEntry(long Index, ReadOnlyMemory<byte> Bytes, MerkleHash LeafHash);
