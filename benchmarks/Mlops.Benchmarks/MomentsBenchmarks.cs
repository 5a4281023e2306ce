using BenchmarkDotNet.Attributes;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;

namespace Mlops.Benchmarks;

/// <summary>Moments to the fourth power beside a loop of two passes.</summary>
[MemoryDiagnoser]
public class MomentsBenchmarks
{
    private readonly ComputeContext _oneThread = new() { MaxDegreeOfParallelism = 1 };
    private double[] _values = [];

    [Params(1_000, 100_000, 10_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup() => _values = Numbers.Normal(Rows);

    [Benchmark(Baseline = true)]
    public double TwoPassLoop()
    {
        var (sum, m2, m3, m4) = (0.0, 0.0, 0.0, 0.0);
        foreach (var value in _values)
        {
            sum += value;
        }

        var mean = sum / _values.Length;
        foreach (var value in _values)
        {
            var d = value - mean;
            m2 += d * d;
            m3 += d * d * d;
            m4 += d * d * d * d;
        }

        return m2 + m3 + m4;
    }

    [Benchmark]
    public double AccumulatorOneThread() => Accumulate(_oneThread);

    [Benchmark]
    public double Accumulator() => Accumulate(ComputeContext.Default);

    private double Accumulate(ComputeContext context)
    {
        var accumulator = new MomentsDefinition().Create();
        accumulator.Add(_values, context);
        return accumulator.Value.ExcessKurtosis;
    }
}
