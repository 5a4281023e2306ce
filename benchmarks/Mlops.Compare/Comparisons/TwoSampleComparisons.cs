using Mlops.Compare.Machine;
using Mlops.Conformance.Benchmarks;
using Mlops.Statistics.TwoSample.Distribution;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Compare.Comparisons;

/// <summary>Tests and distances of two samples in any order.</summary>
internal static class TwoSampleComparisons
{
    private const string SortsAndMerge = "a sort's floor for each side, and one read of both to merge them";

    /// <summary>The p-value, against <c>scipy.stats.ks_2samp</c> with <c>method="asymp"</c>.</summary>
    public static Comparison KolmogorovSmirnovAsymptotic { get; } =
        Of(
            "drift.kolmogorov_smirnov",
            times: 22,
            (x, y) =>
                KolmogorovSmirnov
                    .Test(x, y, new KolmogorovSmirnovOptions { Method = KolmogorovSmirnovMethod.Asymptotic })
                    .PValue
        );

    /// <summary>The p-value, against <c>scipy.stats.cramervonmises_2samp</c> with <c>method="asymptotic"</c>.</summary>
    public static Comparison CramerVonMisesAsymptotic { get; } =
        Of(
            "drift.cramer_von_mises",
            times: 10,
            (x, y) =>
                CramerVonMises.Test(x, y, new CramerVonMisesOptions { Method = CramerVonMisesMethod.Asymptotic }).PValue
        ) with
        {
            // SciPy takes T as the difference of two numbers of the size of n; ours is summed in whole numbers.
            SameResult = 1e-6,
        };

    /// <summary>The distance, against <c>scipy.stats.wasserstein_distance</c>.</summary>
    public static Comparison WassersteinDistance { get; } =
        Of("drift.wasserstein", times: 16, (x, y) => Wasserstein.Measure(x, y).Distance);

    /// <summary>The distance, against <c>scipy.stats.energy_distance</c>.</summary>
    public static Comparison EnergyDistanceOfTwo { get; } =
        Of("drift.energy_distance", times: 16, (x, y) => EnergyDistance.Measure(x, y).Distance);

    /// <summary>The p-value, against <c>scipy.stats.mannwhitneyu</c> with <c>method="asymptotic"</c>.</summary>
    public static Comparison MannWhitneyAsymptotic { get; } =
        Of(
            "drift.mann_whitney",
            times: 38,
            (x, y) => MannWhitney.Test(x, y, new MannWhitneyOptions { Method = MannWhitneyMethod.Asymptotic }).PValue
        );

    private static Comparison Of(string operation, double times, Func<double[], double[], double> compare) =>
        new(
            operation,
            Requirement.Faster(times),
            rows =>
            {
                var (x, y) = BenchmarkData.ShiftedNormals(rows);
                return new PreparedCall(() => compare(x, y), ("x", x), ("y", y));
            },
            SortBoth,
            SortsAndMerge
        );

    private static double SortBoth(MachineLimits machine, int rows) =>
        (2 * machine.Sort(rows)) + machine.Read(2L * rows * sizeof(double));
}
