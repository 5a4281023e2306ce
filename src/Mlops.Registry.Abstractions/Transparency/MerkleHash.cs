using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Mlops.Serialization;

namespace Mlops.Registry.Transparency;

/// <summary>A hash of a Merkle tree: exactly 32 bytes, as SHA-256 makes them.</summary>
/// <remarks>Value equality. The default value is 32 zero bytes, which is the hash of nothing known.</remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct MerkleHash
{
    /// <summary>The length of every hash, in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Takes the bytes of a hash.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public static MerkleHash FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size
            ? MemoryMarshal.Read<MerkleHash>(bytes)
            : throw new ArgumentException($"A hash has {Size} bytes; this one has {bytes.Length}.", nameof(bytes));

    /// <summary>Reads the hexadecimal form.</summary>
    /// <param name="text">64 hexadecimal digits, in lower case.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is something else.</exception>
    public static MerkleHash Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var hash)
            ? hash
            : throw new FormatException($"'{text}' is not a hash: {2 * Size} lower-case hexadecimal digits are.");
    }

    /// <summary>Reads the hexadecimal form, if it is one.</summary>
    /// <param name="text">64 hexadecimal digits, in lower case.</param>
    /// <param name="hash">The hash, or 32 zero bytes.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out MerkleHash hash)
    {
        hash = default;
        if (text is not { Length: 2 * Size } || !text.All(char.IsAsciiHexDigitLower))
        {
            return false;
        }

        hash = FromBytes(Convert.FromHexString(text));
        return true;
    }

    /// <summary>Reads the base64 form that checkpoints and proofs have.</summary>
    /// <param name="text">44 characters of standard base64, padding included.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is something else.</exception>
    public static MerkleHash ParseBase64(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StrictBase64.TryDecode(text, out var bytes) && bytes.Length == Size
            ? FromBytes(bytes)
            : throw new FormatException($"'{text}' is not a hash: the base64 of {Size} bytes is.");
    }

    /// <summary>The hash with the algorithm before it, as digests are written elsewhere.</summary>
    public ContentDigest ToContentDigest() => ContentDigest.FromHash(AsSpan());

    /// <summary>Copies the 32 bytes.</summary>
    /// <param name="destination">Where they go; 32 bytes or more.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public void CopyTo(Span<byte> destination) => AsSpan().CopyTo(destination);

    /// <summary>The 32 bytes, in an array of their own.</summary>
    public byte[] ToArray() => AsSpan().ToArray();

    /// <summary>The bytes in standard base64, padding included.</summary>
    public string ToBase64() => Convert.ToBase64String(AsSpan());

    /// <summary>The bytes as 64 hexadecimal digits, in lower case.</summary>
    public override string ToString() => Convert.ToHexStringLower(AsSpan());

    [UnscopedRef]
    internal ReadOnlySpan<byte> AsSpan() => MemoryMarshal.AsBytes(new ReadOnlySpan<MerkleHash>(in this));
}
