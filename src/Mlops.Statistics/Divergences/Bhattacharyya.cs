using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Divergences;

/// <summary>The Bhattacharyya coefficient and distance: how far two sets of shares overlap.</summary>
/// <remarks>
/// BC = Σ √(p q) = 1 - h² with h the <see cref="Hellinger"/> distance, from which it is computed, so that nearly equal shares keep their digits; the distance is
/// -ln BC. It is not a metric: the triangle inequality does not hold. A bin that is empty on either side adds nothing. Bhattacharyya (1943). O(bins).
/// </remarks>
public static class Bhattacharyya
{
    /// <summary>The coefficient of two sets of shares, in [0,1]: 1 for identical shares, 0 for shares that never meet.</summary>
    /// <param name="p">Non-negative, finite weights with a positive sum; they are normalised to sum to 1.</param>
    /// <param name="q">As many weights over the same bins.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative, NaN or infinite weight or sums to 0, or the lengths differ.</exception>
    public static double Coefficient(ReadOnlySpan<double> p, ReadOnlySpan<double> q) =>
        Coefficient(Hellinger.Distance(p, q));

    /// <summary>The coefficient of two sets of counts, in [0,1].</summary>
    /// <param name="p">Counts, not negative, with a positive sum.</param>
    /// <param name="q">As many counts over the same bins.</param>
    /// <exception cref="ArgumentException">A span is empty, has a negative count or sums to 0, or the lengths differ.</exception>
    public static double Coefficient(ReadOnlySpan<long> p, ReadOnlySpan<long> q) =>
        Coefficient(Hellinger.Distance(p, q));

    /// <summary>The distance of two sets of shares, in [0, ∞]: infinite for shares that never meet.</summary>
    /// <inheritdoc cref="Coefficient(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => Distance(Hellinger.Distance(p, q));

    /// <summary>The distance of two sets of counts, in [0, ∞].</summary>
    /// <inheritdoc cref="Coefficient(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q) => Distance(Hellinger.Distance(p, q));

    private static double Coefficient(double hellinger) => (1 - hellinger) * (1 + hellinger);

    private static double Distance(double hellinger) =>
        hellinger >= 1 ? double.PositiveInfinity
        : hellinger == 0 ? 0
        : -SpecialFunctions.LogOnePlus(-hellinger * hellinger);
}
