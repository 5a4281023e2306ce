using BenchmarkDotNet.Attributes;
using Mlops.Data;
using Mlops.Drift;

namespace Mlops.Benchmarks;

/// <summary>Drift of a table of ten columns: fit with its digest, then comparison with its own.</summary>
[MemoryDiagnoser]
public class TableBenchmarks
{
    private Column[] _columns = [];
    private DriftBaseline? _baseline;

    [Params(1_000, 100_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var values = Numbers.Normal(Rows);
        _columns = [.. Enumerable.Range(0, 10).Select(i => Column.Number($"column{i}", values))];
        _baseline = Fit();
    }

    [Benchmark]
    public DriftBaseline Fit() => DriftBaseline.Fit(Dataset.FromColumns("reference", _columns));

    [Benchmark]
    public DriftReport Compare() => _baseline!.Compare(Dataset.FromColumns("current", _columns));
}
