using FsCheck;
using FsCheck.Fluent;

namespace Mlops.Abstractions.Tests;

/// <summary>Checks a property on generated values, the same ones in every run.</summary>
internal static class Laws
{
    public static Arbitrary<double> FiniteDoubles { get; } =
        ArbMap
            .Default.GeneratorFor<ulong>()
            .SelectMany(low => ArbMap.Default.GeneratorFor<ulong>().Select(high => Mix(low, high)))
            .Select(BitConverter.UInt64BitsToDouble)
            .Where(double.IsFinite)
            .ToArbitrary();

    public static void Hold<T>(Arbitrary<T> values, Action<T> law, int count = 1000) =>
        Check.One(Config.QuickThrowOnFailure.WithReplay(20260101, 3).WithMaxTest(count), Prop.ForAll(values, law));

    // FsCheck's integers are small: spread them over all 64 bits, so that every exponent comes.
    private static ulong Mix(ulong low, ulong high)
    {
        var z = unchecked((low * 0x9E3779B97F4A7C15UL) + (high * 0xD1B54A32D192ED03UL) + 0x2545F4914F6CDD1DUL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
