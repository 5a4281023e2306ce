namespace Mlops.Data.Quality.Leakage;

/// <summary>The rows of a feature that have both it and the label.</summary>
/// <param name="Groups">The group of each row.</param>
/// <param name="GroupCount">How many groups there may be.</param>
/// <param name="Folds">The fold of each row.</param>
/// <param name="FoldCount">How many folds there are.</param>
/// <param name="Values">The number of each row; empty where the feature is none.</param>
internal sealed record PowerSample(int[] Groups, int GroupCount, int[] Folds, int FoldCount, double[] Values)
{
    /// <summary>The mean of a number in each row's group, over the rows of other folds and one more row with those folds' overall mean.</summary>
    public double[] OutOfFoldMeans(ReadOnlySpan<double> numbers)
    {
        var (sums, counts) = (
            new double[(GroupCount + 1) * (FoldCount + 1)],
            new double[(GroupCount + 1) * (FoldCount + 1)]
        );
        for (var i = 0; i < numbers.Length; i++)
        {
            // The last row and the last column are the totals.
            ReadOnlySpan<int> cells =
            [
                Cell(Groups[i], Folds[i]),
                Cell(Groups[i], FoldCount),
                Cell(GroupCount, Folds[i]),
                Cell(GroupCount, FoldCount),
            ];
            foreach (var cell in cells)
            {
                sums[cell] += numbers[i];
                counts[cell]++;
            }
        }

        var means = new double[numbers.Length];
        for (var i = 0; i < means.Length; i++)
        {
            var prior = Others(sums, GroupCount, Folds[i]) / Math.Max(1, Others(counts, GroupCount, Folds[i]));
            means[i] = (Others(sums, Groups[i], Folds[i]) + prior) / (Others(counts, Groups[i], Folds[i]) + 1);
        }

        return means;
    }

    private int Cell(int group, int fold) => (group * (FoldCount + 1)) + fold;

    private double Others(double[] table, int group, int fold) =>
        table[Cell(group, FoldCount)] - table[Cell(group, fold)];
}
