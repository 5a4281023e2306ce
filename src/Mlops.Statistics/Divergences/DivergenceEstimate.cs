using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Divergences;

/// <summary>Divergences estimated from counts: with what chance alone would give, the bias taken off, a p-value against no change, and an interval.</summary>
/// <remarks>
/// <para>Counted shares differ even where nothing has changed, so that every divergence of counts is too large on average: near no change by (K - 1)/(c N), with K bins
/// that have counts, N = n m/(n + m), and c = 8 for the squares of the Jensen-Shannon (nats) and Hellinger distances, 2 for Kullback-Leibler and 1 for the population stability
/// index (Yurdakul 2018). The bias is taken off to the first order, ½ Σ φ″ p (1 - p)/n on either side, which for entropies is Miller and Madow's (1955).</para>
/// <para>The p-value against no change refers c N D to the chi-square distribution with K - 1 degrees of freedom; total variation and Chebyshev are compared with replicates of
/// the pooled shares, p = (1 + extreme)/(1 + replicates). Both ask for counts of about five and more a bin. Bins that are empty on both sides count for
/// nothing. O(bins), and for replicates as often again as there are.</para>
/// </remarks>
public static class DivergenceEstimate
{
    /// <summary>The Jensen-Shannon distance, base 2, in [0,1].</summary>
    /// <param name="referenceCounts">The reference's counts, not negative; one bin at least.</param>
    /// <param name="currentCounts">As many counts of the current data.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <exception cref="ArgumentException">A span is empty, a count is negative, or the lengths differ.</exception>
    public static DivergenceEstimateResult JensenShannon(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceEstimateOptions? options = null,
        ComputeContext? context = null
    ) => DivergenceEstimator.Smooth(new JensenShannonTerms(), referenceCounts, currentCounts, options, context);

    /// <summary>The Hellinger distance, in [0,1].</summary>
    /// <inheritdoc cref="JensenShannon"/>
    public static DivergenceEstimateResult Hellinger(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceEstimateOptions? options = null,
        ComputeContext? context = null
    ) => DivergenceEstimator.Smooth(new HellingerTerms(), referenceCounts, currentCounts, options, context);

    /// <summary>The Kullback-Leibler divergence of the reference relative to the current data, in nats; infinite where the current data lack a bin of the reference.</summary>
    /// <inheritdoc cref="JensenShannon"/>
    public static DivergenceEstimateResult KullbackLeibler(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceEstimateOptions? options = null,
        ComputeContext? context = null
    ) => DivergenceEstimator.Smooth(new KullbackLeiblerTerms(), referenceCounts, currentCounts, options, context);

    /// <summary>The population stability index, in [0, ∞]; finite where the floor is positive.</summary>
    /// <inheritdoc cref="JensenShannon"/>
    /// <param name="referenceCounts">The reference's counts, not negative; one bin at least.</param>
    /// <param name="currentCounts">As many counts of the current data.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="floor">The least share a bin is taken to have, in [0,1).</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <remarks>A floor that is reached makes the index of a sparse bin a matter of the floor, and the p-value with it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The floor is not in [0,1).</exception>
    public static DivergenceEstimateResult PopulationStability(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceEstimateOptions? options = null,
        double floor = PopulationStabilityIndex.DefaultFloor,
        ComputeContext? context = null
    )
    {
        if (!(floor is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(floor), floor, "The floor must lie in [0,1).");
        }

        return DivergenceEstimator.Smooth(
            new PopulationStabilityTerms(floor),
            referenceCounts,
            currentCounts,
            options,
            context
        );
    }

    /// <summary>The total variation distance, in [0,1].</summary>
    /// <inheritdoc cref="JensenShannon"/>
    /// <exception cref="ArgumentException">A span is empty, a count is negative, the lengths differ, or the method asked for is of smooth divergences only.</exception>
    public static DivergenceEstimateResult TotalVariation(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceEstimateOptions? options = null,
        ComputeContext? context = null
    ) => DivergenceEstimator.Replicated(HalfSum, referenceCounts, currentCounts, options, context);

    /// <summary>The Chebyshev (L-infinity) distance, in [0,1].</summary>
    /// <inheritdoc cref="TotalVariation"/>
    public static DivergenceEstimateResult Chebyshev(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        DivergenceEstimateOptions? options = null,
        ComputeContext? context = null
    ) => DivergenceEstimator.Replicated(Largest, referenceCounts, currentCounts, options, context);

    private static double HalfSum(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double sum = 0;
        for (var i = 0; i < p.Length; i++)
        {
            sum += Math.Abs(p[i] - q[i]);
        }

        return Math.Min(1, 0.5 * sum);
    }

    private static double Largest(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double largest = 0;
        for (var i = 0; i < p.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(p[i] - q[i]));
        }

        return largest;
    }
}
