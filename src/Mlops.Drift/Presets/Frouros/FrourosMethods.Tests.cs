using Mlops.Statistics.Compute;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Drift.Presets.Frouros;

public static partial class FrourosMethods
{
    /// <summary><c>CVMTest</c>: the p-value of the Cramér-von Mises test, exact up to 20 values on the longer side.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore CramerVonMises(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) => Check(reference, current) ?? SciPyTests.CramerVonMisesPValue([.. reference], [.. current], context);

    /// <summary><c>AndersonDarlingTest</c>: the p-value by interpolation, which SciPy keeps within [0.001, 0.25].</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore AndersonDarling(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) => Check(reference, current) ?? SciPyTests.AndersonDarlingPValue([.. reference], [.. current], context);

    /// <summary><c>EnergyDistance</c>: √(2 ∫ (F - G)²).</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore EnergyDistance(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) => Check(reference, current) ?? SciPyTests.Energy([.. reference], [.. current], context);

    /// <summary><c>MannWhitneyUTest</c>: the two-sided p-value.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore MannWhitney(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) =>
        Check(reference, current)
        ?? SciPyTests.MannWhitneyPValue([.. reference], [.. current], TwoSampleAlternative.TwoSided, context);

    /// <summary><c>WelchTTest</c>: the two-sided p-value.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore WelchTTest(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        Check(reference, current) ?? SciPyTests.TTestPValue([.. reference], [.. current], TTestVariances.Unequal);
}
