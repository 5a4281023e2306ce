namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>Tail bounds on the rank error of a sketch whose compactions have a sum of squares V.</summary>
/// <remarks>
/// <para>One compaction at level h moves the rank of a fixed value by -2^h, 0 or 2^h, by a fair coin, and which of the levels are
/// compacted when depends on counts alone. So the error is a sum of martingale differences of sizes that are fixed beforehand, and
/// by Azuma (1967) and Hoeffding (1963) P(|error| ≥ t) ≤ 2 exp(-t² / 2V).</para>
/// <para>For all values at once: with n data there are at most n ranks to bound, or, on the grid of the data's M-quantiles, the
/// 2(M - 1) ranks just below and at each of them; between two of them the distribution function rises by less than 1/M, and so, as
/// both functions are monotone, is the error within the grid's error and 1/M. The best M is taken.</para>
/// </remarks>
internal static class KllErrorBound
{
    private const int LargestGridLog = 40;

    /// <summary>The bound on the normalised rank of one value.</summary>
    internal static double OfOne(double relativeVariance, double confidence) =>
        Math.Min(1, Tail(relativeVariance, 1 - confidence));

    /// <summary>The bound on the normalised ranks of all values at once.</summary>
    internal static double OfAll(double relativeVariance, long count, double confidence)
    {
        var bound = Tail(relativeVariance, (1 - confidence) / count);
        for (var log = 1; log <= LargestGridLog; log++)
        {
            var cells = Math.ScaleB(1, log);
            var grid = Tail(relativeVariance, (1 - confidence) / (2 * (cells - 1))) + (1 / cells);
            bound = Math.Min(bound, grid);
        }

        return Math.Min(1, bound);
    }

    /// <summary>The t with 2 exp(-t² / 2V) = <paramref name="failure"/>.</summary>
    private static double Tail(double variance, double failure) => Math.Sqrt(2 * Math.Log(2 / failure) * variance);
}
