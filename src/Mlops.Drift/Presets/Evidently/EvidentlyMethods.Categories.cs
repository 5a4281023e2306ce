using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Distributions;

namespace Mlops.Drift.Presets.Evidently;

public static partial class EvidentlyMethods
{
    /// <summary><c>chisquare</c>: the p-value of a goodness-of-fit test of the current counts against the reference's shares.</summary>
    /// <param name="referenceCounts">The reference's count of each category that occurs on either side.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <param name="referenceMissing">Rows of the reference without a value, which Evidently counts as rows where they get so far; its reports leave them out.</param>
    /// <param name="currentMissing">Such rows of the current data.</param>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    public static MethodScore ChiSquare(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        long referenceMissing = 0,
        long currentMissing = 0
    )
    {
        var (first, second) = Totals(referenceCounts, currentCounts);
        if (NoRows(first, second) is { } none)
        {
            return none;
        }

        var scale = (double)(second + currentMissing) / (first + referenceMissing);
        if (Math.Abs((first * scale) - second) > 1e-8 * Math.Min(first * scale, second))
        {
            return MethodScore.None(
                ResultStatus.Undefined,
                "SciPy throws ValueError where the expected counts do not sum to the observed ones"
            );
        }

        double statistic = 0;
        for (var i = 0; i < referenceCounts.Length; i++)
        {
            var expected = referenceCounts[i] * scale;
            var difference = currentCounts[i] - expected;
            statistic += difference == 0 ? 0 : difference * difference / expected;
        }

        return GoodnessOfFit(statistic, referenceCounts.Length);
    }

    /// <summary><c>g_test</c>: the p-value of the likelihood-ratio test against the reference's counts as they are.</summary>
    /// <param name="referenceCounts">The reference's count of each category that occurs on either side.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <remarks>The counts are not scaled to the same number of rows; where that differs, SciPy throws, which the status says.</remarks>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    public static MethodScore GTest(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> currentCounts)
    {
        var (first, second) = Totals(referenceCounts, currentCounts);
        if (NoRows(first, second) is { } none)
        {
            return none;
        }

        if (first != second)
        {
            return MethodScore.None(
                ResultStatus.Undefined,
                "the sides have different numbers of rows, where SciPy throws ValueError: Evidently's g_test does not scale the expected counts"
            );
        }

        double statistic = 0;
        for (var i = 0; i < referenceCounts.Length; i++)
        {
            statistic +=
                currentCounts[i] == 0
                    ? 0
                    : 2 * currentCounts[i] * Math.Log((double)currentCounts[i] / referenceCounts[i]);
        }

        return GoodnessOfFit(Math.Max(0, statistic), referenceCounts.Length);
    }

    /// <summary><c>z</c>: the two-sided p-value of the pooled test that the first category's share is the same.</summary>
    /// <param name="referenceCounts">The reference's count of each category, in their order.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <param name="referenceMissing">Rows of the reference without a value, which Evidently takes for the other category where they get so far; its reports leave them out.</param>
    /// <param name="currentMissing">Such rows of the current data.</param>
    /// <remarks>Every category but the first counts as one. The p-value is 2 (1 - Φ(|z|)) as Evidently computes it, which is 0 from |z| = 8.3 on.</remarks>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    public static MethodScore TwoProportions(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        long referenceMissing = 0,
        long currentMissing = 0
    )
    {
        var (first, second) = Totals(referenceCounts, currentCounts);
        if (NoRows(first, second) is { } none)
        {
            return none;
        }

        if (IsOneCategory(referenceCounts, currentCounts))
        {
            return new(1);
        }

        double n = first + referenceMissing,
            m = second + currentMissing;
        double p = (n - referenceCounts[0]) / n,
            q = (m - currentCounts[0]) / m;
        var pooled = ((p * n) + (q * m)) / (n + m);
        var z = (p - q) / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / n) + (1.0 / m)));
        return MethodScore.Of(double.IsNaN(z) ? z : 2 * (1 - Normal.Cdf(Math.Abs(z))));
    }

    /// <summary><c>jensenshannon</c> of categories: the Jensen-Shannon distance to base e.</summary>
    /// <param name="referenceCounts">The reference's count of each category that occurs on either side.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    public static MethodScore JensenShannon(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> currentCounts) =>
        OfCounts(referenceCounts, currentCounts, JensenShannonOfShares);

    /// <summary><c>kl_div</c> of categories: the Kullback-Leibler divergence, in nats, empty categories filled.</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static MethodScore KullbackLeibler(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> currentCounts) =>
        OfCounts(referenceCounts, currentCounts, KullbackLeiblerOfShares);

    /// <summary><c>psi</c> of categories: the population stability index, empty categories filled.</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static MethodScore PopulationStability(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts
    ) => OfCounts(referenceCounts, currentCounts, PopulationStabilityOfShares);

    /// <summary><c>hellinger</c> of categories: √(1 - Σ √(p q)).</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static MethodScore Hellinger(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> currentCounts) =>
        OfCounts(
            referenceCounts,
            currentCounts,
            (p, q) =>
            {
                double affinity = 0;
                for (var i = 0; i < p.Length; i++)
                {
                    affinity += Math.Sqrt(p[i] * q[i]);
                }

                return new(Math.Sqrt(1 - Math.Clamp(affinity, 0, 1)));
            }
        );

    private static MethodScore OfCounts(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        Func<double[], double[], MethodScore> score
    )
    {
        var (first, second) = Totals(referenceCounts, currentCounts);
        return NoRows(first, second)
            ?? score(NumPyHistogram.Shares(referenceCounts, first), NumPyHistogram.Shares(currentCounts, second));
    }

    private static MethodScore GoodnessOfFit(double statistic, int categories) =>
        // SciPy's chi-square distribution without degrees of freedom answers NaN.
        categories < 2
            ? MethodScore.None(ResultStatus.Constant, "one category leaves no degree of freedom; SciPy answers NaN")
        : double.IsPositiveInfinity(statistic) ? new(0)
        : MethodScore.Of(Mlops.Statistics.Distributions.ChiSquare.Survival(statistic, categories - 1));

    private static bool IsOneCategory(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        var used = 0;
        for (var i = 0; i < first.Length; i++)
        {
            used += first[i] + second[i] > 0 ? 1 : 0;
        }

        return used == 1;
    }

    private static MethodScore? NoRows(long first, long second) =>
        first > 0 && second > 0
            ? null
            : MethodScore.None(
                ResultStatus.Empty,
                "a side has no values; Evidently throws ValueError, and its whole report with it"
            );

    private static (long First, long Second) Totals(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        PresetCounts.Check(first, second);
        return (PresetCounts.Total(first), PresetCounts.Total(second));
    }
}
