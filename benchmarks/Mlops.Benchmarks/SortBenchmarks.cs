using BenchmarkDotNet.Attributes;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Benchmarks;

/// <summary>The radix sort beside <see cref="Array.Sort(Array)"/>; each sorts a fresh copy.</summary>
[MemoryDiagnoser]
public class SortBenchmarks
{
    private readonly ISortKernels _kernels = ComputeContext.Default.Kernels<ISortKernels>();
    private readonly ComputeContext _oneThread = new() { MaxDegreeOfParallelism = 1 };
    private double[] _values = [];
    private double[] _scratch = [];

    [Params(1_000, 100_000, 10_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup() => (_values, _scratch) = (Numbers.Normal(Rows), new double[Rows]);

    [Benchmark(Baseline = true)]
    public void ArraySort()
    {
        _values.CopyTo(_scratch, 0);
        Array.Sort(_scratch);
    }

    [Benchmark]
    public void RadixSortOneThread()
    {
        _values.CopyTo(_scratch, 0);
        _kernels.Sort(_scratch, _oneThread);
    }

    [Benchmark]
    public void RadixSort()
    {
        _values.CopyTo(_scratch, 0);
        _kernels.Sort(_scratch);
    }

    [Benchmark]
    public int SortedCopyOfPresent() => SortedCopy.OfPresent(_values, _scratch);
}
