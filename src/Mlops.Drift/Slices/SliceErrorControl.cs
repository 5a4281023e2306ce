namespace Mlops.Drift.Slices;

/// <summary>How the many comparisons of slices and columns are kept from failing by chance.</summary>
public enum SliceErrorControl
{
    /// <summary>
    /// Slices first, columns within them after: slices are selected by Benjamini and Hochberg's procedure on their Simes p-values, and
    /// within a selected slice columns fail at the rate times the share of slices that were selected. On average over the selected
    /// slices the false discovery rate is kept (Benjamini and Bogomolov 2014), also where slices share rows, as tests over the same rows do.
    /// </summary>
    SelectedSlices = 0,

    /// <summary>All slices and columns as one family, by Benjamini and Yekutieli (2001): kept whatever the dependence, and less is found.</summary>
    BenjaminiYekutieli,
}
