using Mlops.Data;
using Mlops.Drift;

namespace Mlops.Conformance.Benchmarks;

/// <summary>Drift of a whole table of 50 columns, as a host has it in memory: digests, fit, comparison and document.</summary>
internal sealed class TableBenchmark : IBenchmark
{
    private const int Columns = 50;

    public string Name => "drift.table";

    public Action Prepare(int rows)
    {
        Column[] reference = new Column[Columns],
            current = new Column[Columns];
        for (var i = 0; i < Columns; i++)
        {
            var (x, y) = BenchmarkData.ShiftedNormals(rows, stream: i);
            reference[i] = Column.Number($"column{i + 1}", x);
            current[i] = Column.Number($"column{i + 1}", y);
        }

        return () => Compare(reference, current);
    }

    // New data sets each time, since a data set keeps its digest.
    private static void Compare(Column[] reference, Column[] current)
    {
        var baseline = DriftBaseline.Fit(Dataset.FromColumns("reference", reference));
        var document = baseline.Compare(Dataset.FromColumns("current", current)).ToDocument();
        if (document.Verdict is null)
        {
            throw new InvalidOperationException("A drift report has a verdict.");
        }
    }
}
