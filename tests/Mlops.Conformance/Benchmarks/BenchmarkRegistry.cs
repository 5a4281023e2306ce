using Mlops.Statistics.Histograms;
using Mlops.Statistics.TwoSample.Distribution;
using Mlops.Statistics.TwoSample.Location;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Conformance.Benchmarks;

/// <summary>Every call that can be timed. A new one is a class, or a line, here.</summary>
internal static class BenchmarkRegistry
{
    /// <summary>All benchmarks.</summary>
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new SharesBenchmark("drift.binned.quantile", x => HistogramBinning.QuantileOfUnsorted(x, 10)),
        new SharesBenchmark("drift.binned.uniform", x => HistogramBinning.Uniform(x, 50)),
        new TwoSampleBenchmark(
            "drift.kolmogorov_smirnov",
            (x, y) =>
                KolmogorovSmirnov
                    .Test(x, y, new KolmogorovSmirnovOptions { Method = KolmogorovSmirnovMethod.Asymptotic })
                    .PValue
        ),
        new TwoSampleBenchmark(
            "drift.cramer_von_mises",
            (x, y) =>
                CramerVonMises.Test(x, y, new CramerVonMisesOptions { Method = CramerVonMisesMethod.Asymptotic }).PValue
        ),
        new TwoSampleBenchmark(
            "drift.mann_whitney",
            (x, y) => MannWhitney.Test(x, y, new MannWhitneyOptions { Method = MannWhitneyMethod.Asymptotic }).PValue
        ),
        new TwoSampleBenchmark("drift.brunner_munzel", (x, y) => BrunnerMunzel.Test(x, y).PValue),
        new TwoSampleBenchmark("drift.wasserstein", (x, y) => Wasserstein.Measure(x, y).Distance),
        new TwoSampleBenchmark("drift.energy_distance", (x, y) => EnergyDistance.Measure(x, y).Distance),
        new TwoSampleBenchmark("drift.t_test", (x, y) => TTest.Test(x, y).PValue),
        new TwoSampleBenchmark("drift.levene", (x, y) => Levene.Test(x, y).PValue),
        new TableBenchmark(),
    ];

    /// <summary>Their names, in a line.</summary>
    public static string Names => string.Join(", ", All.Select(benchmark => benchmark.Name));

    /// <summary>The benchmark of a name, or null.</summary>
    public static IBenchmark? Find(string name) => All.FirstOrDefault(benchmark => benchmark.Name == name);
}
