using Mlops.Statistics.Distributions;
using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.TwoSample.Categorical;

public static partial class ChiSquareTest
{
    /// <summary>Tests counts against shares that are known, and not themselves counted: for two samples, that is <see cref="Homogeneity(ReadOnlySpan{long}, ReadOnlySpan{long}, ContinuityCorrection)"/>.</summary>
    /// <param name="counts">The count of each category, not negative.</param>
    /// <param name="expectedShares">Non-negative, finite weights of the same categories with a positive sum; they are normalised to sum to 1.</param>
    /// <returns>The test; no counts, and fewer than two categories, have a status.</returns>
    /// <remarks>
    /// Null: the counts are multinomial with these shares. A category with neither count nor share counts for nothing; a count where the share is 0 refutes the
    /// shares: X² is infinite and p is 0. O(categories). Pearson (1900); SciPy's <c>chisquare</c>.
    /// </remarks>
    /// <exception cref="ArgumentException">A span is empty, a count is negative, a weight is negative, NaN or infinite, the weights sum to 0, or the lengths differ.</exception>
    public static GoodnessOfFitResult GoodnessOfFit(ReadOnlySpan<long> counts, ReadOnlySpan<double> expectedShares)
    {
        using var shares = SharePair.From(expectedShares, expectedShares, nameof(expectedShares), nameof(expectedShares));
        BinCounts.CheckSameBins(expectedShares.Length, counts.Length, nameof(expectedShares), nameof(counts));
        var total = BinCounts.Total(counts, nameof(counts));
        double statistic = 0,
            least = double.PositiveInfinity;
        long categories = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var expected = shares.First[i] * total;
            if (expected == 0 && counts[i] == 0)
            {
                continue;
            }

            var difference = counts[i] - expected;
            statistic += difference * difference / expected;
            least = Math.Min(least, expected);
            categories++;
        }

        var status =
            total == 0 ? ResultStatus.Empty
            : categories < 2 ? ResultStatus.Undefined
            : ResultStatus.Ok;
        var isOk = status == ResultStatus.Ok;
        return new GoodnessOfFitResult
        {
            Status = status,
            Statistic = isOk ? statistic : double.NaN,
            PValue = isOk ? ChiSquare.Survival(statistic, categories - 1) : double.NaN,
            DegreesOfFreedom = Math.Max(0, categories - 1),
            CohenW = isOk ? Math.Sqrt(statistic / total) : double.NaN,
            MinimumExpectedCount = total == 0 ? double.NaN : least,
            Count = total,
        };
    }
}
