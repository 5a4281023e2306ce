using Mlops.Statistics.Compute;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Drift.Presets.Evidently;

public static partial class EvidentlyMethods
{
    /// <summary><c>cramer_von_mises</c>: the p-value, exact up to 20 values on the longer side.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <remarks>Where values tie within 20, Evidently reads the statistic by midranks off the distribution without ties; the exact one here is given the ties.</remarks>
    public static MethodScore CramerVonMises(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) => OfFinite(reference, current, (first, second) => SciPyTests.CramerVonMisesPValue(first, second, context));

    /// <summary><c>anderson</c>: the p-value by interpolation, which SciPy keeps within [0.001, 0.25].</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore AndersonDarling(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) => OfFinite(reference, current, (first, second) => SciPyTests.AndersonDarlingPValue(first, second, context));

    /// <summary><c>ed</c>: the energy distance √(2 ∫ (F - G)²), in the root of the values' unit.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore EnergyDistance(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) => OfFinite(reference, current, (first, second) => SciPyTests.Energy(first, second, context));

    /// <summary><c>es</c>: the p-value of Epps and Singleton's test at 0.4 and 0.8.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore EppsSingleton(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfFinite(reference, current, SciPyTests.EppsSingletonPValue);

    /// <summary><c>mannw</c>: the <em>one-sided</em> p-value of the Mann-Whitney test, small where the current values are the larger ones and near 1 where they are the smaller.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore MannWhitney(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) =>
        OfFinite(
            reference,
            current,
            (first, second) => SciPyTests.MannWhitneyPValue(first, second, TwoSampleAlternative.CurrentGreater, context)
        );

    /// <summary><c>t_test</c>: the two-sided p-value of Student's test, which takes the variances to be equal.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore TTest(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfFinite(reference, current, (first, second) => SciPyTests.TTestPValue(first, second, TTestVariances.Equal));

    /// <summary><c>fisher_exact</c>: the two-sided p-value of Fisher's test of two categories.</summary>
    /// <param name="referenceCounts">The reference's count of each category that occurs on either side.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <remarks>Evidently refuses sides of different numbers of rows, and more than two categories; the status says so.</remarks>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    public static MethodScore FisherExact(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> currentCounts)
    {
        var (first, second) = Totals(referenceCounts, currentCounts);
        if (NoRows(first, second) is { } none)
        {
            return none;
        }

        if (first != second || referenceCounts.Length > 2)
        {
            return MethodScore.None(
                ResultStatus.Undefined,
                "sides of different numbers of rows, or more than two categories, where Evidently throws ValueError"
            );
        }

        if (IsOneCategory(referenceCounts, currentCounts))
        {
            return new(1);
        }

        var test = Statistics.TwoSample.Categorical.FisherExact.Test(referenceCounts, currentCounts);
        return MethodScore.Of(test.PValue);
    }

    private static MethodScore OfFinite(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        Func<double[], double[], MethodScore> score
    )
    {
        double[] first = Finite(reference),
            second = Finite(current);
        return Empty(first, second) ?? score(first, second);
    }
}
