using BenchmarkDotNet.Attributes;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Histograms;

namespace Mlops.Benchmarks;

/// <summary>Counting into bins beside a loop over a binary search.</summary>
[MemoryDiagnoser]
public class HistogramBenchmarks
{
    private readonly IHistogramKernels _kernels = ComputeContext.Default.Kernels<IHistogramKernels>();
    private double[] _values = [];
    private double[] _edges = [];
    private long[] _counts = [];

    [Params(1_000, 100_000, 10_000_000)]
    public int Rows { get; set; }

    [Params(10, 50)]
    public int Bins { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _values = Numbers.Normal(Rows);
        _edges = HistogramBinning.QuantileOfUnsorted(_values, Bins);
        _counts = new long[_edges.Length + 1];
    }

    [Benchmark(Baseline = true)]
    public void BinarySearchLoop()
    {
        foreach (var value in _values)
        {
            var index = Array.BinarySearch(_edges, value);
            _counts[index < 0 ? ~index : index]++;
        }
    }

    [Benchmark]
    public long Kernel() => _kernels.Count(_values, _edges, _counts);
}
