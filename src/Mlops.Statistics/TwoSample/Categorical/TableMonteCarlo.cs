using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Tables drawn at random with the margins of one.</summary>
/// <remarks>Replicate r takes stream r from its beginning: column by column, in each row by row but the last, each count from its conditional hypergeometric distribution.</remarks>
internal static class TableMonteCarlo
{
    internal static PermutationPValue Test<TStatistic>(
        ContingencyTable table,
        TStatistic statistic,
        PermutationOptions options,
        ComputeContext context
    )
        where TStatistic : struct, ITableStatistic =>
        Replicates.Draw(options, (from, to) => Count(table, statistic, options.Seed, from, to, context));

    private static int Count<TStatistic>(
        ContingencyTable table,
        TStatistic statistic,
        ulong seed,
        int from,
        int to,
        ComputeContext context
    )
        where TStatistic : struct, ITableStatistic
    {
        var extreme = 0;
        BlockParallel.For(
            to - from,
            context,
            i =>
            {
                if (Draw(table, statistic, new Philox(seed, (ulong)(from + i))) >= statistic.Threshold)
                {
                    Interlocked.Increment(ref extreme);
                }
            }
        );
        return extreme;
    }

    private static double Draw<TStatistic>(ContingencyTable table, TStatistic statistic, Philox random)
        where TStatistic : struct, ITableStatistic
    {
        long[] left = [.. table.RowSums];
        var total = table.Total;
        double sum = 0;
        for (var j = 0; j < table.Columns; j++)
        {
            long inColumn = table.ColumnSums[j],
                among = total;
            total -= inColumn;
            for (var i = 0; i < left.Length; i++)
            {
                var count = i == left.Length - 1 ? inColumn : HypergeometricDraw.Next(random, among, left[i], inColumn);
                sum += statistic.Cell(i, j, count);
                among -= left[i];
                left[i] -= count;
                inColumn -= count;
            }
        }

        return sum;
    }
}
