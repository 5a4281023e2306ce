using System.Globalization;

namespace Mlops.Statistics.MultipleTesting;

/// <summary>Adjusts p-values for being many: a hypothesis is rejected at level α when its adjusted p-value is at most α.</summary>
/// <remarks>
/// With p_(1) ≤ … ≤ p_(m). Stepping up takes the least factor times p over all larger ones, stepping down the largest over all smaller ones, so that
/// adjusted values keep the order of the p-values; all are at most 1. O(m log m); an empty family has nothing to adjust.
/// </remarks>
public static class PValueAdjustment
{
    /// <summary>The adjusted p-values, in the order of the given ones.</summary>
    /// <param name="pValues">The p-values of the whole family, each in [0,1].</param>
    /// <param name="method">What is kept at its level.</param>
    /// <param name="adjusted">As many places for the result. It may be the same memory as <paramref name="pValues"/>.</param>
    /// <exception cref="ArgumentException">A p-value is NaN or outside [0,1], or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is not one of the enumeration.</exception>
    public static void Adjust(ReadOnlySpan<double> pValues, PValueAdjustmentMethod method, Span<double> adjusted)
    {
        Check(pValues, adjusted);
        var sorted = pValues.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        switch (method)
        {
            case PValueAdjustmentMethod.BenjaminiHochberg:
                StepUp(sorted, 1);
                break;
            case PValueAdjustmentMethod.BenjaminiYekutieli:
                StepUp(sorted, HarmonicNumber(sorted.Length));
                break;
            case PValueAdjustmentMethod.Holm:
                StepDown(sorted, (rank, count) => count - rank + 1);
                break;
            case PValueAdjustmentMethod.Bonferroni:
                StepDown(sorted, (_, count) => count);
                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(method),
                    method,
                    $"The method must be one of {string.Join(", ", Enum.GetNames<PValueAdjustmentMethod>())}."
                );
        }

        for (var i = 0; i < order.Length; i++)
        {
            adjusted[order[i]] = sorted[i];
        }
    }

    private static void StepUp(double[] sorted, double scale)
    {
        double least = 1;
        for (var rank = sorted.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] * ((double)sorted.Length / rank) * scale);
            sorted[rank - 1] = least;
        }
    }

    private static void StepDown(double[] sorted, Func<int, int, int> factor)
    {
        double largest = 0;
        for (var rank = 1; rank <= sorted.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, sorted[rank - 1] * factor(rank, sorted.Length)));
            sorted[rank - 1] = largest;
        }
    }

    private static double HarmonicNumber(int count)
    {
        double sum = 0;
        for (var i = count; i >= 1; i--)
        {
            sum += 1.0 / i;
        }

        return sum;
    }

    private static void Check(ReadOnlySpan<double> pValues, ReadOnlySpan<double> adjusted)
    {
        if (adjusted.Length != pValues.Length)
        {
            throw new ArgumentException(
                $"'{nameof(adjusted)}' has {adjusted.Length} places for {pValues.Length} p-values; it must have as many.",
                nameof(adjusted)
            );
        }

        for (var i = 0; i < pValues.Length; i++)
        {
            if (!(pValues[i] is >= 0 and <= 1))
            {
                throw new ArgumentException(
                    $"'{nameof(pValues)}' has {pValues[i].ToString(CultureInfo.InvariantCulture)} at position {i}; a p-value lies in [0,1].",
                    nameof(pValues)
                );
            }
        }
    }
}
