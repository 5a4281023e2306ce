using Mlops.Data.Profiles;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Judging;

/// <summary>The bins of the value component: as counted, and as pooled for the test.</summary>
internal sealed class ValueBins
{
    private ValueBins(string[] labels, long[] reference, long[] current, bool isOrdered)
    {
        Labels = labels;
        Reference = reference;
        Current = current;
        (PooledReference, PooledCurrent) = Pool(reference, current, isOrdered);
    }

    public string[] Labels { get; }

    public long[] Reference { get; }

    public long[] Current { get; }

    public long[] PooledReference { get; }

    public long[] PooledCurrent { get; }

    public static ValueBins Of(ColumnProfile reference, ColumnProfile current) =>
        reference is NumericColumnProfile numeric
            ? OfNumbers(numeric, (NumericColumnProfile)current)
            : OfCategories((CategoryColumnProfile)reference, (CategoryColumnProfile)current);

    private static ValueBins OfNumbers(NumericColumnProfile reference, NumericColumnProfile current)
    {
        var binning = reference.Binning;
        string[] labels = [.. Enumerable.Range(0, binning.ValueBins).Select(binning.Describe)];
        return new ValueBins(
            labels,
            binning.SumValueBins(reference.Cells),
            binning.SumValueBins(current.Cells),
            isOrdered: true
        );
    }

    // By frequency, the reference's first, then by name, so that the same counts always give the same order.
    private static ValueBins OfCategories(CategoryColumnProfile reference, CategoryColumnProfile current)
    {
        string[] labels =
        [
            .. reference.Categories.Select(category => category.Category),
            .. current.Categories.Select(category => category.Category).Where(name => reference.CountOf(name) == 0),
        ];
        return new ValueBins(
            labels,
            [.. labels.Select(reference.CountOf)],
            [.. labels.Select(current.CountOf)],
            isOrdered: false
        );
    }

    private static (long[] Reference, long[] Current) Pool(long[] reference, long[] current, bool isOrdered)
    {
        // Bins that are empty on both sides say nothing and would count as degrees of freedom.
        int[] used = [.. Enumerable.Range(0, reference.Length).Where(i => reference[i] + current[i] > 0)];
        if (used.Length == 0)
        {
            return ([0], [0]);
        }

        long[] a = [.. used.Select(i => reference[i])];
        long[] b = [.. used.Select(i => current[i])];
        if (a.Length <= 2 || a.Sum() == 0 || b.Sum() == 0)
        {
            // Two bins are never pooled into one: sparse ones are judged by exact boxes instead.
            return (a, b);
        }

        var groups = isOrdered ? BinPooling.Ordered(a, b) : BinPooling.Unordered(a, b);
        return (BinPooling.Sum(a, groups), BinPooling.Sum(b, groups));
    }
}
