using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Fisher's exact test: are the shares of the categories the same in all samples, given the totals?</summary>
/// <remarks>
/// <para>Null: every row, a sample, is drawn from the same distribution. Given all row and column sums the table is then hypergeometric, whatever that
/// distribution is. The two-sided p-value is the probability of all tables that are as probable as the one observed or less (equal within 1e-9), for more
/// than two rows or columns too (Freeman and Halton 1951); one-sided, two by two, that of all odds ratios as large (small) or more.</para>
/// <para>Two by two is exact at any size, in O(√N). Larger tables are gone through one by one up to about a million of them; beyond, replicate r is a table
/// drawn from stream r, cell by cell from the conditional hypergeometric distribution (as Patefield 1981), and p = (1 + extreme) / (1 + replicates):
/// O(cells) and the cells' deviations a replicate. Categories that occur nowhere count for nothing. Fisher (1935); Mehta and Patel (1983).</para>
/// </remarks>
public static class FisherExact
{
    /// <summary>Tests whether the shares are the same in the reference and the current data.</summary>
    /// <param name="referenceCounts">The reference's count of each category, not negative: the table's first row.</param>
    /// <param name="currentCounts">The current counts of the same categories: its second row.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; a side without rows and fewer than two categories have a status.</returns>
    /// <exception cref="ArgumentException">A count is negative, counts sum to more than a long holds, the lengths differ, or a direction is asked of other than two categories.</exception>
    public static FisherExactResult Test(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        FisherExactOptions? options = null,
        ComputeContext? context = null
    ) =>
        Test(
            ContingencyTable.From(referenceCounts, currentCounts, nameof(referenceCounts), nameof(currentCounts)),
            options ?? FisherExactOptions.Default,
            context ?? ComputeContext.Default
        );

    /// <summary>Tests whether the shares are the same in every row of a table.</summary>
    /// <param name="table">Counts, not negative: a row for each sample, a column for each category.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; a row without counts and fewer than two categories have a status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, the counts sum to more than a long holds, or a direction is asked of a table other than two by two.</exception>
    public static FisherExactResult Test(
        long[,] table,
        FisherExactOptions? options = null,
        ComputeContext? context = null
    ) =>
        Test(
            ContingencyTable.From(table, nameof(table)),
            options ?? FisherExactOptions.Default,
            context ?? ComputeContext.Default
        );

    private static FisherExactResult Test(ContingencyTable table, FisherExactOptions options, ComputeContext context)
    {
        var isTwoByTwo = table.Rows == 2 && table.Columns == 2;
        if (!isTwoByTwo && options.Alternative != OddsRatioAlternative.TwoSided)
        {
            throw new ArgumentException(
                $"The alternative {options.Alternative} is asked of a table of {table.Rows} rows and {table.Columns} columns; only two by two has a direction.",
                nameof(options)
            );
        }

        var result = Unanswered(table, options);
        if (result.Status != ResultStatus.Ok)
        {
            return result;
        }

        return isTwoByTwo && options.Method != FisherExactMethod.MonteCarlo
            ? TwoByTwo(table, result)
            : Larger(table, isTwoByTwo ? TwoByTwo(table, result) : result, context);
    }

    private static FisherExactResult TwoByTwo(ContingencyTable table, FisherExactResult result)
    {
        var x = table[0, 0];
        var distribution = new Hypergeometric(table.Total, table.ColumnSums[0], table.RowSums[0]);
        return result with
        {
            PValue = result.Options.Alternative switch
            {
                OddsRatioAlternative.Greater => distribution.Tails(x).Upper,
                OddsRatioAlternative.Less => distribution.Tails(x).Lower,
                _ => distribution.TwoSided(x),
            },
            SampleOddsRatio = (double)table[0, 0] * table[1, 1] / ((double)table[0, 1] * table[1, 0]),
            OddsRatio = ConditionalOddsRatio.Estimate(distribution, x),
            OddsRatioInterval = ConditionalOddsRatio.Interval(distribution, x, result.Options.ConfidenceLevel),
        };
    }

    private static FisherExactResult Larger(ContingencyTable table, FisherExactResult result, ComputeContext context)
    {
        var options = result.Options;
        var statistic = new TableProbability(table, options.Alternative);
        if (
            options.Method != FisherExactMethod.MonteCarlo
            && TableEnumeration.TryTest(table, statistic, context, out var exact)
        )
        {
            return result with { PValue = exact };
        }

        var drawn = TableMonteCarlo.Test(table, statistic, options.Permutation, context);
        return result with
        {
            PValue = drawn.PValue,
            Method = FisherExactMethod.MonteCarlo,
            MonteCarlo = drawn,
        };
    }

    private static FisherExactResult Unanswered(ContingencyTable table, FisherExactOptions options) =>
        new()
        {
            Status =
                table.Rows == 0 || table.RowSums.Contains(0) ? ResultStatus.Empty
                : table.Rows < 2 || table.ColumnSums.Count(sum => sum > 0) < 2 ? ResultStatus.Undefined
                : ResultStatus.Ok,
            PValue = double.NaN,
            SampleOddsRatio = double.NaN,
            OddsRatio = double.NaN,
            OddsRatioInterval = new ConfidenceInterval(double.NaN, double.NaN, options.ConfidenceLevel),
            Count = table.Total,
            Method = FisherExactMethod.Exact,
            MonteCarlo = null,
            Options = options,
        };
}
