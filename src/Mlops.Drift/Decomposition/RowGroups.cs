using Mlops.Data;
using Mlops.Drift.Slices;
using Mlops.Statistics.Stratified;

namespace Mlops.Drift.Decomposition;

/// <summary>Groups of rows on both sides, and what is summed over them.</summary>
internal sealed class RowGroups
{
    private const int MostClasses = 10;
    private const int LabelBins = 5;

    private readonly SliceScheme _scheme;

    private RowGroups(SliceScheme scheme) => _scheme = scheme;

    /// <summary>The groups in words; the last one is of the rows without a value.</summary>
    public IReadOnlyList<string> Names => _scheme.Names;

    public int Count => _scheme.Names.Length;

    public static RowGroups Of(Column reference, Column current, DecompositionOptions options) =>
        Of(reference, current, options.NumberBins, options.MostValues);

    /// <summary>A label's classes: few, so that every stratum holds enough of each.</summary>
    public static RowGroups OfLabel(Column reference, Column current) => Of(reference, current, LabelBins, MostClasses);

    /// <summary>The rows of each group and class, row by row of the table; rows without a class are left out.</summary>
    public static (long[] Reference, long[] Current) Cross(RowGroups groups, RowGroups classes)
    {
        return (
            Count(groups._scheme.Reference, classes._scheme.Reference),
            Count(groups._scheme.Current, classes._scheme.Current)
        );

        long[] Count(int[] group, int[] inClass)
        {
            var known = classes.Count - 1;
            var counts = new long[groups.Count * known];
            for (var row = 0; row < group.Length; row++)
            {
                if (inClass[row] < known)
                {
                    counts[(group[row] * known) + inClass[row]]++;
                }
            }

            return counts;
        }
    }

    /// <summary>Counts, means and variances of an outcome in each group; rows whose outcome is NaN are left out.</summary>
    public (GroupMoments[] Reference, GroupMoments[] Current) Moments(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current
    ) => (Moments(_scheme.Reference, reference), Moments(_scheme.Current, current));

    /// <summary>1 for rows of a class, 0 for rows of another and NaN for rows without one.</summary>
    public (double[] Reference, double[] Current) Indicators(int inClass)
    {
        return ([.. _scheme.Reference.Select(Indicator)], [.. _scheme.Current.Select(Indicator)]);

        double Indicator(int code) =>
            code == Count - 1 ? double.NaN
            : code == inClass ? 1
            : 0;
    }

    private static RowGroups Of(Column reference, Column current, int bins, int values) =>
        new(
            SliceScheme.Of(
                reference,
                current.ConvertTo(reference.Kind),
                new SliceDriftOptions { NumberBins = bins, MostValues = values }
            )
        );

    private GroupMoments[] Moments(int[] groups, ReadOnlySpan<double> outcome)
    {
        var counts = new long[Count];
        double[] means = new double[Count],
            squares = new double[Count];
        for (var row = 0; row < groups.Length; row++)
        {
            if (!double.IsNaN(outcome[row]))
            {
                // Welford's update, which does not lose digits to a large mean.
                var g = groups[row];
                var distance = outcome[row] - means[g];
                means[g] += distance / ++counts[g];
                squares[g] += distance * (outcome[row] - means[g]);
            }
        }

        return
        [
            .. counts.Select(
                (count, g) => new GroupMoments(count, means[g], count > 1 ? squares[g] / (count - 1) : double.NaN)
            ),
        ];
    }
}
