using Mlops.Conformance.Benchmarks;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Compare.Comparisons;

/// <summary>Tests of two means.</summary>
internal static class MeanComparisons
{
    /// <summary>The p-value with equal variances, against <c>scipy.stats.ttest_ind</c>.</summary>
    public static Comparison StudentT { get; } =
        new(
            "drift.t_test",
            Requirement.Faster(4),
            rows =>
            {
                var (x, y) = BenchmarkData.ShiftedNormals(rows);
                var options = new TTestOptions { Variances = TTestVariances.Equal };
                return new PreparedCall(() => TTest.Test(x, y, options).PValue, ("x", x), ("y", y));
            },
            (machine, rows) => machine.Read(2L * rows * sizeof(double)),
            "one read of both sides"
        );
}
