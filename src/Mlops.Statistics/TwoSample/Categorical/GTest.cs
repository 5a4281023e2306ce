using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>The likelihood-ratio test of homogeneity: are the shares of the categories the same in all samples?</summary>
/// <remarks>
/// <para>Null: every row of the table, a sample, is drawn from the same distribution over the columns. Alternative: some are not. The statistic
/// is G = 2 Σ O ln(O / E) with E = row sum × column sum / N, summed as 2 Σ [O ln(O / E) + E - O], whose terms are never negative, from whole-number
/// differences O - E. The p-value is that of the chi-square distribution with (rows - 1)(columns - 1) degrees of freedom; with small counts it is too
/// small more often than Pearson's, which Williams' correction mends.</para>
/// <para>A table with an expected count of 0 has a status and no p-value: leave out categories that occur nowhere. O(cells). Wilks (1938);
/// Woolf (1957); Williams (1976), "Improved likelihood ratio tests for complete contingency tables".</para>
/// </remarks>
public static class GTest
{
    /// <summary>Tests whether the shares are the same in the reference and the current data.</summary>
    /// <param name="referenceCounts">The reference's count of each category, not negative.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <param name="correction">How the statistic is corrected.</param>
    /// <returns>The test; a side without rows and a category without any have a status.</returns>
    /// <exception cref="ArgumentException">A count is negative, counts sum to more than a long holds, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="correction"/> is not one of the enumeration.</exception>
    public static GTestResult Homogeneity(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        GTestCorrection correction = GTestCorrection.None
    ) =>
        Test(
            ContingencyTable.From(
                referenceCounts,
                currentCounts,
                nameof(referenceCounts),
                nameof(currentCounts)
            ),
            SampleChecks.Defined(correction, nameof(correction))
        );

    /// <summary>Tests whether the shares are the same in every row of a table.</summary>
    /// <param name="table">Counts, not negative: a row for each sample, a column for each category.</param>
    /// <param name="correction">How the statistic is corrected.</param>
    /// <returns>The test; a row or a column without counts has a status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts sum to more than a long holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="correction"/> is not one of the enumeration.</exception>
    public static GTestResult Homogeneity(long[,] table, GTestCorrection correction = GTestCorrection.None) =>
        Test(ContingencyTable.From(table, nameof(table)), SampleChecks.Defined(correction, nameof(correction)));

    private static GTestResult Test(ContingencyTable table, GTestCorrection correction)
    {
        var status = table.Status;
        double plain = double.NaN,
            statistic = double.NaN;
        if (status == ResultStatus.Ok)
        {
            var (raw, yates) = Statistics(table);
            plain = raw;
            statistic = correction switch
            {
                GTestCorrection.Yates when table.DegreesOfFreedom == 1 => yates,
                GTestCorrection.Williams => raw / WilliamsFactor(table),
                _ => raw,
            };
        }

        return new GTestResult
        {
            Status = status,
            Statistic = statistic,
            PValue = status == ResultStatus.Ok ? ChiSquare.Survival(statistic, table.DegreesOfFreedom) : double.NaN,
            DegreesOfFreedom = table.DegreesOfFreedom,
            MutualInformation = plain / 2 / table.Total,
            MinimumExpectedCount =
                table.Total == 0 ? double.NaN : (double)table.RowSums.Min() * table.ColumnSums.Min() / table.Total,
            Count = table.Total,
            Correction = correction,
        };
    }

    private static (double Plain, double Yates) Statistics(ContingencyTable table)
    {
        double plain = 0,
            corrected = 0;
        for (var i = 0; i < table.Rows; i++)
        {
            for (var j = 0; j < table.Columns; j++)
            {
                double expected = table.Expected(i, j),
                    difference = table.Difference(i, j);
                plain += Deviance(expected, difference);
                corrected += Deviance(
                    expected,
                    difference - Math.CopySign(Math.Min(0.5, Math.Abs(difference)), difference)
                );
            }
        }

        return (2 * plain, 2 * corrected);
    }

    /// <summary>O ln(O / E) - (O - E) with O = E + difference: never negative, and with the digits of a small difference.</summary>
    private static double Deviance(double expected, double difference)
    {
        var ratio = difference / expected;
        if (ratio <= -1)
        {
            return expected;
        }

        if (Math.Abs(ratio) > 0.3)
        {
            return ((expected + difference) * Math.Log(1 + ratio)) - difference;
        }

        // (1 + u) ln(1 + u) - u = Σ (-u)^k / (k (k - 1)): 0.3^32 is below the last digit.
        double sum = 0;
        for (var k = 32; k >= 2; k--)
        {
            sum = (sum * -ratio) + (1.0 / (k * (k - 1)));
        }

        return expected * ratio * ratio * sum;
    }

    private static double WilliamsFactor(ContingencyTable table)
    {
        double rows = 0,
            columns = 0,
            total = table.Total;
        foreach (var sum in table.RowSums)
        {
            rows += total / sum;
        }

        foreach (var sum in table.ColumnSums)
        {
            columns += total / sum;
        }

        return 1 + ((rows - 1) * (columns - 1) / (6 * total * table.DegreesOfFreedom));
    }
}
