using Mlops.Statistics.Histograms;

namespace Mlops.Conformance.Benchmarks;

/// <summary>The shares of one side in bins whose edges are given.</summary>
internal sealed class SharesBenchmark(string name, Func<double[], double[]> chooseEdges) : IBenchmark
{
    public string Name { get; } = name;

    public Action Prepare(int rows)
    {
        var (x, y) = BenchmarkData.ShiftedNormals(rows);
        var definition = new HistogramDefinition(chooseEdges(x));
        var shares = new double[definition.BinCount];
        return () =>
        {
            var histogram = definition.Create();
            histogram.Add(y);
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i] = (double)histogram.Counts[i] / histogram.Count;
            }
        };
    }
}
