using Mlops.Data.Profiles;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Judging;

/// <summary>The bins of the value component: as counted, and as pooled for the test.</summary>
internal sealed class ValueBins
{
    private ValueBins(string[] labels, Side reference, Side current, bool isOrdered)
    {
        Labels = labels;
        (Reference, Current) = (reference.Counts, current.Counts);
        // Bins that are empty on both sides say nothing and would count as degrees of freedom.
        int[] used = [.. Enumerable.Range(0, labels.Length).Where(i => Reference[i] + Current[i] > 0)];
        var (a, b) = (reference.At(used), current.At(used));
        if (a.Counts.Length > 2 && a.Counts.Sum() > 0 && b.Counts.Sum() > 0)
        {
            // Two bins are never pooled into one: sparse ones are judged by exact boxes instead.
            var groups = isOrdered ? BinPooling.Ordered(a.Counts, b.Counts) : BinPooling.Unordered(a.Counts, b.Counts);
            (a, b) = (a.Pooled(groups, isOrdered), b.Pooled(groups, isOrdered));
        }

        (PooledReference, PooledCurrent) = used.Length == 0 ? ([0], [0]) : (a.Counts, b.Counts);
        DesignEffect = SketchNoise.DesignEffect(PooledReference, PooledCurrent, a.Errors, b.Errors);
    }

    public string[] Labels { get; }

    public long[] Reference { get; }

    public long[] Current { get; }

    public long[] PooledReference { get; }

    public long[] PooledCurrent { get; }

    /// <summary>By what the effective size is to be divided, because counts came through a sketch; 1 when they are exact.</summary>
    public double DesignEffect { get; }

    public static ValueBins Of(ColumnProfile reference, ColumnProfile current) =>
        reference is NumericColumnProfile numeric
            ? OfNumbers(numeric, (NumericColumnProfile)current)
            : CategoryBins.Of((CategoryColumnProfile)reference, (CategoryColumnProfile)current);

    internal static ValueBins OfCategories(string[] labels, Side reference, Side current) =>
        new(labels, reference, current, isOrdered: false);

    private static ValueBins OfNumbers(NumericColumnProfile reference, NumericColumnProfile current)
    {
        var binning = reference.Binning;
        return new ValueBins(
            [.. Enumerable.Range(0, binning.ValueBins).Select(binning.Describe)],
            Side(reference),
            Side(current),
            isOrdered: true
        );

        Side Side(NumericColumnProfile profile)
        {
            var counts = binning.SumValueBins(profile.Cells);
            var error = profile.PresentCount == 0 ? 0 : Math.Sqrt(profile.CountVariance) / profile.PresentCount;
            return new Side(counts, [.. counts.Select(_ => error)]);
        }
    }

    /// <summary>One side's counts, with a bound of the root mean square error of each share.</summary>
    internal sealed record Side(long[] Counts, double[] Errors)
    {
        public Side At(int[] positions) =>
            new([.. positions.Select(i => Counts[i])], [.. positions.Select(i => Errors[i])]);

        public Side Pooled(int[] groups, bool isOrdered)
        {
            var errors = new double[groups.Max() + 1];
            for (var i = 0; i < groups.Length; i++)
            {
                // The error of a run of cells is that of any run; errors of separate categories add up at worst.
                ref var error = ref errors[groups[i]];
                error = isOrdered ? Math.Max(error, Errors[i]) : error + Errors[i];
            }

            return new Side(BinPooling.Sum(Counts, groups), errors);
        }
    }
}
