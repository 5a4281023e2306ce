namespace Mlops.Conformance.Benchmarks;

/// <summary>A test or a distance of two samples in any order.</summary>
internal sealed class TwoSampleBenchmark(string name, Func<double[], double[], double> compare) : IBenchmark
{
    public string Name { get; } = name;

    public Action Prepare(int rows)
    {
        var (x, y) = BenchmarkData.ShiftedNormals(rows);
        return () =>
        {
            if (double.IsNaN(compare(x, y)))
            {
                throw new InvalidOperationException($"{Name} has no answer.");
            }
        };
    }
}
