using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Categorical;

public static partial class ChiSquareTest
{
    /// <summary>Tests whether the shares are the same in the reference and the current data, exactly where counts are few.</summary>
    /// <param name="referenceCounts">The reference's count of each category, not negative.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; a side without rows and a category without any have a status.</returns>
    /// <remarks>The exact p-value is the probability, given all margins, of a table whose X² is at least the observed one within 1e-9. O(cells) a replicate.</remarks>
    /// <exception cref="ArgumentException">A count is negative, counts sum to more than a long holds, or the lengths differ.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static ChiSquareTestResult Homogeneity(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        ChiSquareTestOptions options,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var table = ContingencyTable.From(
            referenceCounts,
            currentCounts,
            nameof(referenceCounts),
            nameof(currentCounts)
        );
        return Test(table, options, context ?? ComputeContext.Default);
    }

    /// <summary>Tests whether the shares are the same in every row of a table, exactly where counts are few.</summary>
    /// <param name="table">Counts, not negative: a row for each sample, a column for each category.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; a row or a column without counts has a status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts sum to more than a long holds.</exception>
    public static ChiSquareTestResult Homogeneity(
        long[,] table,
        ChiSquareTestOptions options,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return Test(ContingencyTable.From(table, nameof(table)), options, context ?? ComputeContext.Default);
    }

    private static ChiSquareTestResult Test(
        ContingencyTable table,
        ChiSquareTestOptions options,
        ComputeContext context
    )
    {
        var asymptotic = Test(table.Cells, table.Rows, options.Correction);
        if (
            asymptotic.Status != ResultStatus.Ok
            || options.Method == ChiSquareMethod.Asymptotic
            || (options.Method == ChiSquareMethod.Auto && !IsSparse(table))
        )
        {
            return asymptotic;
        }

        var statistic = new TableChiSquare(table);
        var result = asymptotic with { Statistic = statistic.Observed, Correction = ContinuityCorrection.None };
        if (
            options.Method != ChiSquareMethod.MonteCarlo
            && TableEnumeration.TryTest(table, statistic, context, out var exact)
        )
        {
            return result with { PValue = exact, Method = ChiSquareMethod.Exact };
        }

        var drawn = TableMonteCarlo.Test(table, statistic, options.Permutation, context);
        return result with { PValue = drawn.PValue, Method = ChiSquareMethod.MonteCarlo, MonteCarlo = drawn };
    }

    /// <summary>Cochran's rule does not hold.</summary>
    private static bool IsSparse(ContingencyTable table)
    {
        long below = 0;
        for (var i = 0; i < table.Rows; i++)
        {
            for (var j = 0; j < table.Columns; j++)
            {
                var expected = table.Expected(i, j);
                if (expected < 1)
                {
                    return true;
                }

                below += expected < 5 ? 1 : 0;
            }
        }

        return below * 5 > table.Cells.Length;
    }
}
