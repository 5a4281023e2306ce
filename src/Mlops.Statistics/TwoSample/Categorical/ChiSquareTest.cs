using Mlops.Statistics.Distributions;
using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Pearson's chi-square test of homogeneity: are the shares of the categories the same in all samples?</summary>
/// <remarks>
/// <para>Null: every row of the table, a sample, is drawn from the same distribution over the columns. Alternative: some are not. The
/// statistic is X² = Σ (O - E)² / E with E = row sum × column sum / N; each O - E is taken in whole numbers and rounded once. The p-value is that
/// of the chi-square distribution with (rows - 1)(columns - 1) degrees of freedom, which asks for expected counts of about 5 and more.</para>
/// <para>A table with an expected count of 0 has a status and no p-value: leave out categories that occur nowhere. O(cells). Pearson (1900);
/// Cramér (1946) for V; Yates (1934) for the correction, which SciPy and R make unless told otherwise, and which makes the test conservative.</para>
/// </remarks>
public static partial class ChiSquareTest
{
    /// <summary>Tests whether the shares are the same in the reference and the current data.</summary>
    /// <param name="referenceCounts">The reference's count of each category, not negative.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <param name="correction">What is done with one degree of freedom.</param>
    /// <returns>The test; a side without rows and a category without any have a status.</returns>
    /// <exception cref="ArgumentException">A count is negative, counts sum to more than a long holds, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="correction"/> is not one of the enumeration.</exception>
    public static ChiSquareTestResult Homogeneity(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        ContinuityCorrection correction = ContinuityCorrection.None
    )
    {
        if (referenceCounts.Length != currentCounts.Length)
        {
            throw new ArgumentException(
                $"'{nameof(currentCounts)}' has {currentCounts.Length} categories and '{nameof(referenceCounts)}' has {referenceCounts.Length}; both must have the same ones.",
                nameof(currentCounts)
            );
        }

        BinCounts.Total(referenceCounts, nameof(referenceCounts));
        BinCounts.Total(currentCounts, nameof(currentCounts));
        long[] cells = [.. referenceCounts, .. currentCounts];
        BinCounts.Total(cells, nameof(currentCounts));
        return Test(cells, 2, SampleChecks.Defined(correction, nameof(correction)));
    }

    /// <summary>Tests whether the shares are the same in every row of a table.</summary>
    /// <param name="table">Counts, not negative: a row for each sample, a column for each category.</param>
    /// <param name="correction">What is done with one degree of freedom.</param>
    /// <returns>The test; a row or a column without counts has a status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts sum to more than a long holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="correction"/> is not one of the enumeration.</exception>
    public static ChiSquareTestResult Homogeneity(
        long[,] table,
        ContinuityCorrection correction = ContinuityCorrection.None
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        int rows = table.GetLength(0),
            columns = table.GetLength(1);
        var cells = new long[table.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = table[i / columns, i % columns];
            if (cells[i] < 0)
            {
                throw new ArgumentException(
                    $"'{nameof(table)}' has the count {cells[i]} in row {i / columns}, column {i % columns}; counts must not be negative.",
                    nameof(table)
                );
            }
        }

        BinCounts.Total(cells, nameof(table));
        return Test(cells, rows, SampleChecks.Defined(correction, nameof(correction)));
    }

    private static ChiSquareTestResult Test(long[] cells, int rows, ContinuityCorrection correction)
    {
        var columns = rows == 0 ? 0 : cells.Length / rows;
        long[] rowSums = new long[rows],
            columnSums = new long[columns];
        long total = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            rowSums[i / columns] += cells[i];
            columnSums[i % columns] += cells[i];
            total += cells[i];
        }

        long degreesOfFreedom = Math.Max(0, (long)(rows - 1) * (columns - 1));
        var status =
            rows == 0 || rowSums.Contains(0) ? ResultStatus.Empty
            : rows < 2 || columns < 2 || columnSums.Contains(0) ? ResultStatus.Undefined
            : ResultStatus.Ok;
        double plain = double.NaN,
            corrected = double.NaN;
        if (status == ResultStatus.Ok)
        {
            (plain, corrected) = Statistics(cells, rowSums, columnSums, total);
        }

        var statistic = correction == ContinuityCorrection.Yates && degreesOfFreedom == 1 ? corrected : plain;
        return new ChiSquareTestResult
        {
            Status = status,
            Statistic = statistic,
            PValue = status == ResultStatus.Ok ? ChiSquare.Survival(statistic, degreesOfFreedom) : double.NaN,
            DegreesOfFreedom = degreesOfFreedom,
            CramerV = Math.Min(1, Math.Sqrt(plain / total / Math.Min(rows - 1, columns - 1))),
            MinimumExpectedCount = total == 0 ? double.NaN : (double)rowSums.Min() * columnSums.Min() / total,
            Count = total,
            Correction = correction,
        };
    }

    private static (double Plain, double Corrected) Statistics(
        long[] cells,
        long[] rowSums,
        long[] columnSums,
        long total
    )
    {
        double plain = 0,
            corrected = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            long row = rowSums[i / columnSums.Length],
                column = columnSums[i % columnSums.Length];
            var expected = (double)row * column / total;

            // O - E = (O N - row × column) / N
            var difference = Math.Abs((double)(((Int128)cells[i] * total) - ((Int128)row * column)) / total);
            plain += difference * difference / expected;
            difference -= Math.Min(0.5, difference);
            corrected += difference * difference / expected;
        }

        return (plain, corrected);
    }
}
