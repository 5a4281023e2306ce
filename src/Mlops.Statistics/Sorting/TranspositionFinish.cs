using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Sorting;

/// <summary>Neighbours are exchanged in vectors of 512 bits, where no branch can be mispredicted; insertion settles what is left in longer runs.</summary>
/// <remarks>As many rounds as a run has keys sort it, whichever pairs begin. Reference: odd-even transposition sort, Habermann (1972).</remarks>
internal readonly unsafe struct TranspositionFinish<TKey> : IRunFinish<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    private const int MaxRounds = 5;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Finish(TKey* keys, int count, int longest)
    {
        for (var round = 0; round < Math.Min(longest, MaxRounds); round++)
        {
            Exchange(keys, count, round & 1);
        }

        if (longest > MaxRounds)
        {
            InsertionFinish<TKey>.Finish(keys, count, longest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exchange(TKey* keys, int count, int start)
    {
        var i = start;
        for (; i <= count - Vector512<TKey>.Count; i += Vector512<TKey>.Count)
        {
            var own = Vector512.Load(keys + i);
            var other = SwapNeighbours(own);
            var (low, high) = (Vector512.Min(own, other), Vector512.Max(own, other));
            Vector512.ConditionalSelect(OddLanes(), high, low).Store(keys + i);
        }

        for (; i + 1 < count; i += 2)
        {
            var (a, b) = (keys[i], keys[i + 1]);
            (keys[i], keys[i + 1]) = (TKey.Min(a, b), TKey.Max(a, b));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<TKey> OddLanes() =>
        sizeof(TKey) == sizeof(long)
            ? Vector512.Create(0L, -1, 0, -1, 0, -1, 0, -1).As<long, TKey>()
            : Vector512.Create(0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1).As<int, TKey>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<TKey> SwapNeighbours(Vector512<TKey> keys) =>
        sizeof(TKey) == sizeof(long)
            ? Vector512.Shuffle(keys.AsInt64(), Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6)).As<long, TKey>()
            : Vector512
                .Shuffle(keys.AsInt32(), Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14))
                .As<int, TKey>();
}
