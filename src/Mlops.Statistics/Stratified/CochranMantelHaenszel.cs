using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Stratified;

/// <summary>The test of Cochran, Mantel and Haenszel, generalised to any number of classes: given the stratum, does the class depend on the side?</summary>
/// <remarks>
/// <para>Null: within every stratum class and side are independent. Alternative: some class is more frequent on one side, in the same
/// direction over the strata; differences that cancel are not seen, and <see cref="ConditionalEquivalence"/> sees them.</para>
/// <para>With n_h and m_h rows of stratum h, N_h in all and c_h of each class, T = Σ (current counts - m_h c_h / N_h) has under the null
/// the covariance V = Σ n_h m_h (N_h diag(c_h) - c_h c_hᵀ) / (N_h² (N_h - 1)); Tᵀ V⁻ T is referred to a chi-square distribution with
/// the rank of V. No continuity correction. Strata of one side, or of a single row, count for nothing.</para>
/// <para>O(strata · classes² + classes³). Mantel and Haenszel (1959); Birch (1965); Agresti, "Categorical data analysis", 8.4.3.</para>
/// </remarks>
public static class CochranMantelHaenszel
{
    private const double RankTolerance = 1e-10;

    /// <summary>Tests counts of classes within strata.</summary>
    /// <param name="reference">The reference's counts: the classes of the first stratum, then those of the second, and so on.</param>
    /// <param name="current">The current counts, likewise.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentException">A count is negative, or the lengths do not fit.</exception>
    public static CochranMantelHaenszelResult Test(
        ReadOnlySpan<long> reference,
        ReadOnlySpan<long> current,
        int classes
    )
    {
        var counts = new StratifiedCounts(reference, current, classes);
        var difference = new double[classes];
        var covariance = new double[classes, classes];
        var compared = 0;
        for (var h = 0; h < counts.Strata; h++)
        {
            compared += Add(counts.Reference(h), counts.Current(h), difference, covariance) ? 1 : 0;
        }

        var (statistic, rank) = QuadraticForm(difference, covariance);
        var status =
            counts.ReferenceTotal == 0 || counts.CurrentTotal == 0 ? ResultStatus.Empty
            : rank == 0 ? ResultStatus.Undefined
            : ResultStatus.Ok;
        var (ratio, interval) =
            classes == 2
                ? MantelHaenszelOdds.Of(counts)
                : (double.NaN, new ConfidenceInterval(double.NaN, double.NaN, MantelHaenszelOdds.Level));
        return new CochranMantelHaenszelResult
        {
            Status = status,
            Statistic = status == ResultStatus.Ok ? statistic : double.NaN,
            DegreesOfFreedom = rank,
            PValue = status == ResultStatus.Ok ? ChiSquare.Survival(statistic, rank) : double.NaN,
            OddsRatio = ratio,
            OddsRatioInterval = interval,
            ComparedStrata = compared,
        };
    }

    private static bool Add(
        ReadOnlySpan<long> reference,
        ReadOnlySpan<long> current,
        double[] difference,
        double[,] covariance
    )
    {
        double n = StratifiedCounts.Total(reference),
            m = StratifiedCounts.Total(current),
            all = n + m;
        if (n == 0 || m == 0)
        {
            return false;
        }

        var scale = n / all * (m / all) / (all - 1);
        for (var i = 0; i < reference.Length; i++)
        {
            double inClass = reference[i] + (double)current[i];
            difference[i] += current[i] - (m * inClass / all);
            covariance[i, i] += scale * all * inClass;
            for (var j = 0; j < reference.Length; j++)
            {
                covariance[i, j] -= scale * inClass * (reference[j] + (double)current[j]);
            }
        }

        return true;
    }

    // Cholesky's decomposition with the largest diagonal first: it stops at the rank, whichever classes are empty or redundant.
    private static (double Value, int Rank) QuadraticForm(double[] vector, double[,] matrix)
    {
        var n = vector.Length;
        var open = Enumerable.Range(0, n).ToList();
        double value = 0,
            largest = 0;
        for (var rank = 0; ; rank++)
        {
            var pivot = open.Count == 0 ? -1 : open.MaxBy(i => matrix[i, i]);
            largest = rank == 0 && pivot >= 0 ? matrix[pivot, pivot] : largest;
            if (pivot < 0 || !(matrix[pivot, pivot] > RankTolerance * largest))
            {
                return (value, rank);
            }

            open.Remove(pivot);
            var diagonal = matrix[pivot, pivot];
            value += vector[pivot] * vector[pivot] / diagonal;
            foreach (var i in open)
            {
                var factor = matrix[i, pivot] / diagonal;
                vector[i] -= factor * vector[pivot];
                foreach (var j in open)
                {
                    matrix[i, j] -= factor * matrix[pivot, j];
                }
            }
        }
    }
}
