using System.Buffers;
using System.Security.Cryptography;

namespace Mlops.Registry.Transparency;

/// <summary>The two hashes of RFC 6962, section 2.1, kept apart by their first byte.</summary>
internal static class MerkleHasher
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int LargestOnStack = 512;

    public static MerkleHash Empty { get; } = MerkleHash.FromBytes(SHA256.HashData([]));

    public static MerkleHash Leaf(ReadOnlySpan<byte> entry)
    {
        var length = entry.Length + 1;
        if (length <= LargestOnStack)
        {
            Span<byte> buffer = stackalloc byte[LargestOnStack];
            return Leaf(entry, buffer[..length]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Leaf(entry, rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public static MerkleHash Node(in MerkleHash left, in MerkleHash right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * MerkleHash.Size)];
        buffer[0] = NodePrefix;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + MerkleHash.Size)..]);
        return Hash(buffer);
    }

    private static MerkleHash Leaf(ReadOnlySpan<byte> entry, Span<byte> buffer)
    {
        buffer[0] = LeafPrefix;
        entry.CopyTo(buffer[1..]);
        return Hash(buffer);
    }

    private static MerkleHash Hash(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        SHA256.HashData(content, hash);
        return MerkleHash.FromBytes(hash);
    }
}
