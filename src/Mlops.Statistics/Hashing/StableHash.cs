using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mlops.Statistics.Hashing;

/// <summary>A seeded hash of 64 bits that never changes: XXH64 (Collet), the same on every machine, in every process and version.</summary>
/// <remarks>
/// <para>Numbers are hashed as their 8 little-endian bytes and texts as UTF-8, so that other languages' XXH64 gives the same. For one
/// seed the hash of an integer or a double is one-to-one: two different ones never collide. Other hashes collide with the
/// probability of chance, about n² / 2⁶⁵ for n different texts.</para>
/// <para>It spreads values evenly and is not cryptographic: whoever knows the seed can make texts that collide. Thread-safe.
/// Reference: Y. Collet, xxHash, specification of XXH64, version 0.1.1.</para>
/// </remarks>
public static class StableHash
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;
    private const int StripeLength = 32;
    private const int LongestOnStack = 512;

    /// <summary>The hash of bytes.</summary>
    /// <param name="bytes">The bytes; none are hashed too.</param>
    /// <param name="seed">Any seed; each gives another hash.</param>
    /// <remarks>O(n).</remarks>
    public static ulong OfBytes(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        var rest = bytes;
        var hash = seed + Prime5;
        if (bytes.Length >= StripeLength)
        {
            hash = Stripes(ref rest, seed);
        }

        hash += (ulong)bytes.Length;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            hash = Mix8(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        if (rest.Length >= sizeof(uint))
        {
            hash ^= BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1;
            hash = (ulong.RotateLeft(hash, 23) * Prime2) + Prime3;
            rest = rest[sizeof(uint)..];
        }

        foreach (var part in rest)
        {
            hash = ulong.RotateLeft(hash ^ (part * Prime5), 11) * Prime1;
        }

        return Avalanche(hash);
    }

    /// <summary>The hash of an integer: of its 8 little-endian bytes.</summary>
    /// <param name="value">Any integer.</param>
    /// <param name="seed">Any seed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfUInt64(ulong value, ulong seed = 0) => Avalanche(Mix8(seed + Prime5 + sizeof(ulong), value));

    /// <summary>The hash of a double: of the 8 little-endian bytes of its bits, -0.0 taken as 0.0 and every NaN as <see cref="double.NaN"/>.</summary>
    /// <param name="value">Any double. A float has the hash of the double that it equals.</param>
    /// <param name="seed">Any seed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfDouble(double value, ulong seed = 0) =>
        // Adding zero makes -0.0 the positive zero.
        OfUInt64(BitConverter.DoubleToUInt64Bits(double.IsNaN(value) ? double.NaN : value + 0.0), seed);

    /// <summary>The hash of a text: of its UTF-8 bytes. A lone surrogate is taken as U+FFFD.</summary>
    /// <param name="text">Any text; the empty one too.</param>
    /// <param name="seed">Any seed.</param>
    /// <remarks>O(n), and nothing is allocated.</remarks>
    [SkipLocalsInit]
    public static ulong OfText(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (longest <= LongestOnStack)
        {
            Span<byte> bytes = stackalloc byte[LongestOnStack];
            return OfBytes(bytes[..Encoding.UTF8.GetBytes(text, bytes)], seed);
        }

        var rented = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            return OfBytes(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)), seed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Takes in the whole stripes of 32 bytes, in four lanes, and leaves the rest.</summary>
    private static ulong Stripes(ref ReadOnlySpan<byte> rest, ulong seed)
    {
        var (lane1, lane2, lane3, lane4) = (seed + Prime1 + Prime2, seed + Prime2, seed, seed - Prime1);
        for (; rest.Length >= StripeLength; rest = rest[StripeLength..])
        {
            lane1 = Round(lane1, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            lane2 = Round(lane2, BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
            lane3 = Round(lane3, BinaryPrimitives.ReadUInt64LittleEndian(rest[16..]));
            lane4 = Round(lane4, BinaryPrimitives.ReadUInt64LittleEndian(rest[24..]));
        }

        var hash =
            ulong.RotateLeft(lane1, 1)
            + ulong.RotateLeft(lane2, 7)
            + ulong.RotateLeft(lane3, 12)
            + ulong.RotateLeft(lane4, 18);
        hash = Merge(hash, lane1);
        hash = Merge(hash, lane2);
        hash = Merge(hash, lane3);
        return Merge(hash, lane4);
    }

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong lane, ulong input) => ulong.RotateLeft(lane + (input * Prime2), 31) * Prime1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix8(ulong hash, ulong input) =>
        (ulong.RotateLeft(hash ^ Round(0, input), 27) * Prime1) + Prime4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }
}
