namespace Mlops.Drift;

/// <summary>One bin of a column on both sides.</summary>
/// <param name="Label">The bin in words: a category, a value, a range.</param>
/// <param name="ReferenceCount">Rows of the reference in the bin.</param>
/// <param name="CurrentCount">Current rows in the bin.</param>
/// <param name="ReferenceShare">The share among the reference's values that are there, in [0,1].</param>
/// <param name="CurrentShare">The share among the current values that are there, in [0,1].</param>
public readonly record struct BinComparison(
    string Label,
    long ReferenceCount,
    long CurrentCount,
    double ReferenceShare,
    double CurrentShare
);
