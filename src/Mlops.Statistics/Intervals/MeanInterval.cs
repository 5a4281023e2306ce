using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.Intervals;

/// <summary>Student's interval of a mean.</summary>
/// <remarks>
/// x̄ ± t s / √n with the quantile of n - 1 degrees of freedom: exact for normal populations, by the central limit theorem for others (skewness needs many rows).
/// With importance weights n is Kish's effective number, and the interval approximate. A constant sample has an interval without width. Without values, with a
/// single one, or with infinite ones both limits are NaN: <see cref="MeanSummary.Status"/> says which. Student (1908).
/// </remarks>
public static class MeanInterval
{
    /// <summary>The interval of the mean of values.</summary>
    /// <param name="values">The values; no NaN.</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static ConfidenceInterval Of(
        ReadOnlySpan<double> values,
        double confidenceLevel = 0.95,
        ComputeContext? context = null
    ) => Of(MeanSummary.Of(values, nameof(values), context), confidenceLevel);

    /// <summary>The interval of a mean that is known by its summary: of weighted values, of moments, or of published numbers.</summary>
    /// <param name="summary">The mean, variance and count.</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static ConfidenceInterval Of(MeanSummary summary, double confidenceLevel = 0.95)
    {
        ArgumentNullException.ThrowIfNull(summary);
        Level.Checked(confidenceLevel, nameof(confidenceLevel));
        if (summary.Status != ResultStatus.Ok || !(summary.EffectiveCount > 1))
        {
            return new ConfidenceInterval(double.NaN, double.NaN, confidenceLevel);
        }

        var error = Math.Sqrt(summary.SampleVariance / summary.EffectiveCount);
        var half = error == 0 ? 0 : -StudentT.Quantile((1 - confidenceLevel) / 2, summary.EffectiveCount - 1) * error;
        return new ConfidenceInterval(summary.Mean - half, summary.Mean + half, confidenceLevel);
    }
}
