using Mlops.Conformance.Benchmarks;
using Mlops.Statistics.Histograms;

namespace Mlops.Compare.Comparisons;

/// <summary>The shares of one side in bins whose edges are given.</summary>
internal static class BinningComparisons
{
    private const int QuantileBins = 10;
    private const int UniformBins = 50;

    /// <summary>Ten bins at the other side's deciles, against <c>numpy.histogram</c> with these edges.</summary>
    public static Comparison Quantile { get; } =
        new(
            "drift.binned.quantile",
            Requirement.Faster(30),
            rows =>
            {
                var (x, y) = BenchmarkData.ShiftedNormals(rows);
                var edges = HistogramBinning.QuantileOfUnsorted(x, QuantileBins);
                return new PreparedCall(MeanBin(edges, y), ("y", y), ("edges", edges));
            },
            (machine, rows) => machine.Read((long)rows * sizeof(double)),
            "one read of the values"
        );

    /// <summary>Fifty bins of equal width, against <c>numpy.histogram</c> with their range.</summary>
    public static Comparison Uniform { get; } =
        new(
            "drift.binned.uniform",
            Requirement.Faster(4),
            rows =>
            {
                // The range of both sides: NumPy leaves out what lies outside, where our outer bins are open.
                var (x, y) = BenchmarkData.ShiftedNormals(rows);
                double[] range = [Math.Min(x.Min(), y.Min()), Math.Max(x.Max(), y.Max())];
                return new PreparedCall(
                    MeanBin(HistogramBinning.Uniform(range, UniformBins), y),
                    ("y", y),
                    ("range", range)
                );
            },
            (machine, rows) => machine.Read((long)rows * sizeof(double)),
            "one read of the values"
        );

    private static Func<double> MeanBin(double[] edges, double[] values)
    {
        var definition = new HistogramDefinition(edges);
        return () =>
        {
            var histogram = definition.Create();
            histogram.Add(values);
            var weighted = 0.0;
            for (var i = 0; i < definition.BinCount; i++)
            {
                weighted += (double)i * histogram.Counts[i];
            }

            return weighted / histogram.Count;
        };
    }
}
