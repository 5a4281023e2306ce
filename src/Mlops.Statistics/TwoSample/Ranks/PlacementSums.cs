using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>Sums of placements, in whole numbers: a value's placement is how many values of the other sample lie below it, ties counting half.</summary>
/// <param name="ReferenceCount">n.</param>
/// <param name="CurrentCount">m.</param>
/// <param name="TwiceWins">Twice the sum of the current values' placements: two for each pair in which the current value is the larger one, one for each tie.</param>
/// <param name="TiedPairs">The pairs of equal values, one of each sample.</param>
/// <param name="ReferenceSquares">Σ (2 placement)² of the reference's values.</param>
/// <param name="CurrentSquares">Σ (2 placement)² of the current values.</param>
internal readonly record struct PlacementSums(
    long ReferenceCount,
    long CurrentCount,
    long TwiceWins,
    long TiedPairs,
    UInt128 ReferenceSquares,
    UInt128 CurrentSquares
)
{
    /// <summary>n m.</summary>
    internal long Pairs => ReferenceCount * CurrentCount;

    /// <summary>P(reference &lt; current) + ½ P(reference = current) in the samples.</summary>
    internal double Superiority => TwiceWins / (2 * (double)Pairs);

    /// <summary>P(reference &lt; current) - P(reference &gt; current): Cliff's delta.</summary>
    internal double Delta => (TwiceWins - Pairs) / (double)Pairs;

    /// <summary>The sum of squared deviations of the reference's placements; exact before it is divided.</summary>
    internal double ReferenceDeviation =>
        Deviation(ReferenceCount, ReferenceSquares, (UInt128)(ulong)((2 * Pairs) - TwiceWins));

    /// <summary>The sum of squared deviations of the current values' placements.</summary>
    internal double CurrentDeviation => Deviation(CurrentCount, CurrentSquares, (UInt128)(ulong)TwiceWins);

    internal static PlacementSums Of(SortedSamples samples, ComputeContext context)
    {
        ulong wins = 0,
            ties = 0;
        UInt128 reference = 0,
            current = 0;
        foreach (var part in samples.Walk(default(PlacementVisitor), context))
        {
            wins += part.TwiceWins;
            ties += part.TiedPairs;
            reference += part.FirstSquares;
            current += part.SecondSquares;
        }

        return new PlacementSums(
            samples.ReferenceCount,
            samples.CurrentCount,
            (long)wins,
            (long)ties,
            reference,
            current
        );
    }

    /// <summary>(n Σ s² - (Σ s)²) / (4 n) of doubled placements s, of at most 2¹²⁶.</summary>
    private static double Deviation(long count, UInt128 squares, UInt128 sum) =>
        (double)(((UInt128)(ulong)count * squares) - (sum * sum)) / (4 * (double)count);
}
