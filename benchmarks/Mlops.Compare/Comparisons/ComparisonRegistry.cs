namespace Mlops.Compare.Comparisons;

/// <summary>Every row. A new one is a line here, a call beside its like, and a function in <c>peer.py</c>.</summary>
internal static class ComparisonRegistry
{
    public static IReadOnlyList<Comparison> All { get; } =
    [
        TwoSampleComparisons.KolmogorovSmirnovAsymptotic,
        TwoSampleComparisons.CramerVonMisesAsymptotic,
        TwoSampleComparisons.WassersteinDistance,
        TwoSampleComparisons.EnergyDistanceOfTwo,
        TwoSampleComparisons.MannWhitneyAsymptotic,
        MeanComparisons.StudentT,
        BinningComparisons.Quantile,
        BinningComparisons.Uniform,
        TableComparison.Table,
        KernelComparisons.Moments,
        KernelComparisons.Sort,
    ];

    /// <summary>Their names, in a line.</summary>
    public static string Names => string.Join(", ", All.Select(comparison => comparison.Operation));
}
