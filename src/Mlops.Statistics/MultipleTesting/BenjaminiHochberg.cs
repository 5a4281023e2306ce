namespace Mlops.Statistics.MultipleTesting;

/// <summary>The step-up procedure of Benjamini and Hochberg, which bounds the share of false discoveries.</summary>
/// <remarks>
/// With p_(1) ≤ … ≤ p_(m), the adjusted value of p_(i) is the least of p_(j) m / j over j ≥ i, at most 1. Rejecting those at
/// most α keeps the expected share of false rejections at most α for independent and for positively dependent p-values.
/// Benjamini and Hochberg (1995). O(m log m); an empty family has nothing to reject.
/// </remarks>
public static class BenjaminiHochberg
{
    /// <summary>The adjusted p-values, in the order of the given ones.</summary>
    /// <param name="pValues">The p-values of the whole family, each in [0,1].</param>
    /// <param name="adjusted">As many places for the result. It may be the same memory as <paramref name="pValues"/>.</param>
    /// <exception cref="ArgumentException">A p-value is NaN or outside [0,1], or the lengths differ.</exception>
    public static void Adjust(ReadOnlySpan<double> pValues, Span<double> adjusted) =>
        PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.BenjaminiHochberg, adjusted);

    /// <summary>Which hypotheses are rejected at a false discovery rate.</summary>
    /// <param name="pValues">The p-values of the whole family, each in [0,1].</param>
    /// <param name="falseDiscoveryRate">The tolerated expected share of false rejections, in (0,1).</param>
    /// <param name="rejected">As many places for the result: true where the hypothesis is rejected.</param>
    /// <returns>How many are rejected.</returns>
    /// <exception cref="ArgumentException">A p-value is NaN or outside [0,1], or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not in (0,1).</exception>
    public static int Reject(ReadOnlySpan<double> pValues, double falseDiscoveryRate, Span<bool> rejected)
    {
        if (!(falseDiscoveryRate is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(falseDiscoveryRate),
                falseDiscoveryRate,
                "The rate must lie in (0,1)."
            );
        }

        if (rejected.Length != pValues.Length)
        {
            throw new ArgumentException(
                $"'{nameof(rejected)}' has {rejected.Length} places for {pValues.Length} p-values; it must have as many.",
                nameof(rejected)
            );
        }

        var adjusted = new double[pValues.Length];
        Adjust(pValues, adjusted);
        var count = 0;
        for (var i = 0; i < adjusted.Length; i++)
        {
            rejected[i] = adjusted[i] <= falseDiscoveryRate;
            count += rejected[i] ? 1 : 0;
        }

        return count;
    }
}
