using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Cramér's V: how strongly row and column of a table go together, from 0 for not at all to 1.</summary>
/// <remarks>
/// <para>V = √(φ² / min(r - 1, c - 1)) with φ² = X² / N. Bias-corrected: φ² less (r - 1)(c - 1)/(N - 1), not below 0, and r less (r - 1)²/(N - 1), c likewise
/// (Bergsma 2013, "A bias-correction for Cramér's V and Tschuprow's T").</para>
/// <para>Interval: X² is about noncentral chi-square with noncentrality N φ²; the ends are the φ² at which the observed X² lies at the tails (Smithson 2003, without
/// adding the degrees of freedom to the noncentrality, so that the interval reaches 0 where the test does not reject). O(cells). Cramér (1946).</para>
/// </remarks>
public static class CramerV
{
    /// <summary>V of two samples' counts: how much the category says about which sample a row is from.</summary>
    /// <param name="referenceCounts">The reference's count of each category, not negative.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <param name="confidenceLevel">The two-sided level of the interval, in (0,1).</param>
    /// <exception cref="ArgumentException">A count is negative, counts sum to more than a long holds, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static CramerVResult Of(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        double confidenceLevel = 0.95
    ) =>
        Of(
            ContingencyTable.From(referenceCounts, currentCounts, nameof(referenceCounts), nameof(currentCounts)),
            ProportionChecks.Level(confidenceLevel, nameof(confidenceLevel))
        );

    /// <summary>V of a table.</summary>
    /// <param name="table">Counts, not negative.</param>
    /// <param name="confidenceLevel">The two-sided level of the interval, in (0,1).</param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts sum to more than a long holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static CramerVResult Of(long[,] table, double confidenceLevel = 0.95) =>
        Of(
            ContingencyTable.From(table, nameof(table)),
            ProportionChecks.Level(confidenceLevel, nameof(confidenceLevel))
        );

    private static CramerVResult Of(ContingencyTable table, double level)
    {
        var status = table.Status;
        var result = new CramerVResult
        {
            Status = status,
            Value = double.NaN,
            BiasCorrected = double.NaN,
            Interval = new ConfidenceInterval(double.NaN, double.NaN, level),
            Count = table.Total,
        };
        if (status != ResultStatus.Ok)
        {
            return result;
        }

        double statistic = table.PearsonStatistic(),
            total = table.Total,
            most = total * Math.Min(table.Rows - 1, table.Columns - 1),
            tail = (1 - level) / 2,
            df = table.DegreesOfFreedom;
        return result with
        {
            Value = Root(statistic),
            BiasCorrected = Bergsma(table, statistic / total),
            Interval = new ConfidenceInterval(
                Root(NoncentralChiSquare.Noncentrality(statistic, df, 1 - tail)),
                Root(NoncentralChiSquare.Noncentrality(statistic, df, tail)),
                level
            ),
        };

        double Root(double x) => Math.Min(1, Math.Sqrt(x / most));
    }

    private static double Bergsma(ContingencyTable table, double phiSquared)
    {
        double others = table.Total - 1.0,
            rows = table.Rows - ((table.Rows - 1.0) * (table.Rows - 1.0) / others),
            columns = table.Columns - ((table.Columns - 1.0) * (table.Columns - 1.0) / others),
            corrected = Math.Max(0, phiSquared - (table.DegreesOfFreedom / others)),
            most = Math.Min(rows - 1, columns - 1);
        return most > 0 ? Math.Min(1, Math.Sqrt(corrected / most)) : double.NaN;
    }
}
