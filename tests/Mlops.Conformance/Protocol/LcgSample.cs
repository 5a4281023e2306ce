using System.Text.Json;

namespace Mlops.Conformance.Protocol;

/// <summary>A large sample, written as the seed of a linear congruential generator: <c>{"lcg": {"seed", "n", "mod"}}</c>.</summary>
internal static class LcgSample
{
    private const ulong Multiplier = 6364136223846793005;
    private const ulong Increment = 1442695040888963407;
    private const int LargestLength = 100_000_000;

    /// <summary>The sample, or null where the argument is something else.</summary>
    public static double[]? Read(JsonElement given, string argument)
    {
        if (given.ValueKind != JsonValueKind.Object || !given.TryGetProperty("lcg", out var lcg))
        {
            return null;
        }

        var seed = Whole(lcg, "seed", argument, ulong.MaxValue);
        var length = (int)Whole(lcg, "n", argument, LargestLength);
        return Expand(seed, length, Whole(lcg, "mod", argument, uint.MaxValue));
    }

    /// <summary>(s >> 33) % mod where mod is positive, else (s >> 11) / 2^53.</summary>
    public static double[] Expand(ulong seed, int length, ulong mod)
    {
        var values = new double[length];
        var state = seed;
        for (var i = 0; i < values.Length; i++)
        {
            state = unchecked((state * Multiplier) + Increment);
            values[i] = mod > 0 ? (state >> 33) % mod : (state >> 11) * (1.0 / (1UL << 53));
        }

        return values;
    }

    private static ulong Whole(JsonElement lcg, string name, string argument, ulong largest) =>
        lcg.ValueKind == JsonValueKind.Object
        && lcg.TryGetProperty(name, out var given)
        && given.ValueKind == JsonValueKind.Number
        && given.TryGetUInt64(out var value)
        && value <= largest
            ? value
            : throw InvalidCaseException.Argument(
                argument,
                $"its lcg needs '{name}', a whole number from 0 to {largest}."
            );
}
