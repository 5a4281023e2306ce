using Mlops.Statistics.Compute;
using Mlops.Statistics.Intervals;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.EffectSizes;

/// <summary>Cohen's d: the difference of two means in pooled standard deviations.</summary>
/// <remarks>
/// <para>d = (x̄_current - x̄_reference) / s, where s² is the pooled variance, Σ over both sides of the squared deviations / (n + m - 2). Cohen (1988) calls 0.2 small,
/// 0.5 medium and 0.8 large. For few rows it is biased away from 0; <see cref="HedgesG"/> is not.</para>
/// <para>The interval is exact for normal populations of equal variance: d √(nm / (n + m)) has a noncentral t distribution, whose noncentrality is inverted
/// (Steiger and Fouladi 1997). NaN is refused, infinity has a status; where neither side varies there is no d. O(n + m), one pass.</para>
/// </remarks>
public static class CohenD
{
    /// <summary>Measures two samples.</summary>
    /// <param name="reference">The reference's values; no NaN.</param>
    /// <param name="current">The current values; no NaN.</param>
    /// <param name="confidenceLevel">The interval's level, in (0,1).</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The effect; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static StandardizedDifference Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double confidenceLevel = 0.95,
        ComputeContext? context = null
    ) =>
        Measure(
            MeanSummary.Of(reference, nameof(reference), context),
            MeanSummary.Of(current, nameof(current), context),
            confidenceLevel
        );

    /// <summary>Measures two summaries: of weighted values, of moments, or of published numbers.</summary>
    /// <param name="reference">The reference's mean, variance and count.</param>
    /// <param name="current">The current mean, variance and count.</param>
    /// <param name="confidenceLevel">The interval's level, in (0,1).</param>
    /// <returns>The effect; data without an answer have a status.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static StandardizedDifference Measure(
        MeanSummary reference,
        MeanSummary current,
        double confidenceLevel = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        Level.Checked(confidenceLevel, nameof(confidenceLevel));
        return PooledDifference.Of(reference, current).Scaled(1, confidenceLevel);
    }
}
