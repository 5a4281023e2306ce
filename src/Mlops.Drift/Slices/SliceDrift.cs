using Mlops.Data;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Slices;

/// <summary>Compares slice by slice: drift that the whole hides, because a slice is small or slices move against each other.</summary>
/// <remarks>
/// <para>Each slice of the current rows is compared with the same slice of the reference, column by column, by the size of the change: effects,
/// intervals and components are those of the verdict, over bins of the slice's own reference. Columns fail with the error over all slices
/// controlled (<see cref="SliceErrorControl"/>), features, labels and predictions each by themselves; a slice whose column is all missing
/// or constant fails with the probability that the reference gives to that. Slices that were chosen after looking at the data are not covered.</para>
/// <para>Rows are copied once a slicing column and side, in the order of the slices, which then are views. O(rows · columns) a slicing
/// column, with the sort of number columns.</para>
/// </remarks>
public static class SliceDrift
{
    /// <summary>Compares the slices of two data sets.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="current">The current data; columns may lack, be more, or be of another kind.</param>
    /// <param name="slices">Which slices; <see langword="null"/> for the protected columns, else all category and boolean ones.</param>
    /// <param name="options">What is tolerated, and at which rates; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <exception cref="ArgumentException">An option names a column that the reference lacks, or one that can't be sliced by.</exception>
    public static SliceDriftReport Compare(
        Dataset reference,
        Dataset current,
        SliceDriftOptions? slices = null,
        DriftOptions? options = null,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        slices ??= SliceDriftOptions.Default;
        options ??= DriftOptions.Default;
        // Roles are those of the whole: a slice may be too small to tell an identifier.
        var baseline = DriftBaseline.Fit(reference, options, context);
        var marked = baseline.Columns.Aggregate(
            reference,
            (data, column) => data.WithRole(column.Schema.Name, column.Role)
        );
        var remarks = new List<string>();
        var schemes = SliceSchemes.Of(baseline, marked, current, slices, remarks);
        var currentProfile = baseline.CreateProfile();
        currentProfile.Add(current, context);
        var comparison = new SliceComparison(
            baseline,
            baseline.Compare(current, context),
            currentProfile,
            slices,
            context
        );
        foreach (var scheme in schemes)
        {
            context?.CancellationToken.ThrowIfCancellationRequested();
            comparison.Add(scheme, marked, current);
        }

        return new SliceDriftReport(comparison.Whole, comparison.Judge(), remarks, slices);
    }
}
