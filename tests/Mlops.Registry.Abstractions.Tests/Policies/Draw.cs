using FsCheck;
using FsCheck.Fluent;

namespace Mlops.Registry.Tests.Policies;

/// <summary>A stream of choices from a seed: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class Draw(ulong seed)
{
    private ulong _state = seed;

    internal int Next(int count)
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        var z = unchecked((_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return (int)((z ^ (z >> 31)) % (ulong)count);
    }

    internal static void Hold(Func<Draw, bool> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20260601, 7).WithMaxTest(1000),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => law(new Draw((ulong)seed)))
        );

    internal T Of<T>(IReadOnlyList<T> items) => items[Next(items.Count)];
}
