using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>What Wilcoxon's rank sum is made of, in whole numbers.</summary>
/// <param name="ReferenceCount">n.</param>
/// <param name="CurrentCount">m.</param>
/// <param name="TwiceWins">Twice U of the reference: two for each pair in which its value is the larger one, one for each tie.</param>
/// <param name="TieSum">Σ (t³ - t) over the groups of equal values of both samples together.</param>
internal readonly record struct RankSums(long ReferenceCount, long CurrentCount, long TwiceWins, UInt128 TieSum)
{
    /// <summary>n m.</summary>
    internal double Pairs => (double)ReferenceCount * CurrentCount;

    /// <summary>2 U - n m: exact, and positive where the reference's values are the larger ones.</summary>
    internal long TwiceExcess => TwiceWins - (ReferenceCount * CurrentCount);

    internal bool HasTies => TieSum > 0;

    /// <summary>The variance of U under permutation of the values as they are: n m (N³ - N - Σ (t³ - t)) / (12 N (N - 1)); 0 when all are equal.</summary>
    internal double Variance
    {
        get
        {
            var total = (UInt128)(ulong)(ReferenceCount + CurrentCount);
            var untied = (total * total * total) - total - TieSum;
            return untied == 0 ? 0 : Pairs / 12 * ((double)untied / (double)(total * (total - 1)));
        }
    }

    internal static RankSums Of(SortedSamples samples, ComputeContext context)
    {
        ulong wins = 0;
        UInt128 ties = 0;
        foreach (var part in samples.Walk(default(Visitor), context))
        {
            wins += part.TwiceWins;
            ties += ((UInt128)part.TiesHigh << 32) + part.TiesLow;
        }

        return new RankSums(samples.ReferenceCount, samples.CurrentCount, (long)wins, ties);
    }

    private struct Visitor : ITieGroupVisitor
    {
        internal ulong TwiceWins;

        // Σ t (t² - 1), the second factor in halves of 32 bits: as Σ t < 2³², neither sum overflows.
        internal ulong TiesHigh;
        internal ulong TiesLow;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(long first, long second, long firstEnd, long secondEnd)
        {
            TwiceWins += (ulong)((firstEnd - first) * (second + secondEnd));
            var size = (ulong)(firstEnd - first + (secondEnd - second));
            if (size > 1)
            {
                var factor = (size * size) - 1;
                TiesHigh += size * (factor >> 32);
                TiesLow += size * (uint)factor;
            }
        }
    }
}
