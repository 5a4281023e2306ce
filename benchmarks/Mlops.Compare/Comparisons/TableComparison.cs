using Mlops.Conformance.Benchmarks;

namespace Mlops.Compare.Comparisons;

/// <summary>Drift of a whole table of 50 columns in memory: digests, fit, comparison and document.</summary>
internal static class TableComparison
{
    private const int Columns = 50;
    private const int Sides = 2;

    /// <summary>Evidently 0.7 on such a table, as measured on two cores like these; it is not among Debian's packages.</summary>
    private const double PublishedValuesPerSecond = 0.15e6;

    public static Comparison Table { get; } =
        new(
            "drift.table",
            Requirement.MillionValues(15, Columns * Sides),
            rows =>
            {
                var call = new TableBenchmark().Prepare(rows);
                return new PreparedCall(() =>
                {
                    call();
                    return double.NaN;
                });
            },
            (machine, rows) =>
                machine.Hash((long)rows * Columns * Sides * sizeof(double)) + (Columns * machine.Sort(rows)),
            "SHA-256 of all values, and a sort's floor for each column of the reference"
        )
        {
            Published = rows => (double)rows * Columns * Sides / PublishedValuesPerSecond * 1e3,
        };
}
