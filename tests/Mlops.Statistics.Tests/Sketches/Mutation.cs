using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Tests.Sketches;

/// <summary>Damages bytes in the ways that storage, transfers and editors do; the same ways in every run.</summary>
internal static class Mutation
{
    internal static byte[] Of(ReadOnlySpan<byte> bytes, Philox random) =>
        random.NextBelow(7U) switch
        {
            0 => FlipBits(bytes, random),
            1 => bytes[..At(bytes, random)].ToArray(),
            2 => [.. bytes[..At(bytes, random)], (byte)random.NextUInt32(), .. bytes[At(bytes, random)..]],
            3 => Insert(bytes, At(bytes, random), random),
            4 => Remove(bytes, At(bytes, random)),
            5 => Overwrite(bytes, random, 0xFF),
            _ => Overwrite(bytes, random, (byte)random.NextUInt32()),
        };

    private static int At(ReadOnlySpan<byte> bytes, Philox random) => (int)random.NextBelow((uint)bytes.Length);

    private static byte[] FlipBits(ReadOnlySpan<byte> bytes, Philox random)
    {
        var result = bytes.ToArray();
        for (var i = random.NextBelow(3U); i < 3; i++)
        {
            result[At(bytes, random)] ^= (byte)(1 << (int)random.NextBelow(8U));
        }

        return result;
    }

    private static byte[] Insert(ReadOnlySpan<byte> bytes, int at, Philox random) =>
        [.. bytes[..at], (byte)random.NextUInt32(), .. bytes[at..]];

    private static byte[] Remove(ReadOnlySpan<byte> bytes, int at) => [.. bytes[..at], .. bytes[(at + 1)..]];

    private static byte[] Overwrite(ReadOnlySpan<byte> bytes, Philox random, byte value)
    {
        var result = bytes.ToArray();
        var at = At(bytes, random);
        result.AsSpan(at, Math.Min(result.Length - at, 1 + (int)random.NextBelow(9U))).Fill(value);
        return result;
    }
}
