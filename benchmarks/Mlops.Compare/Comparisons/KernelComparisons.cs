using Mlops.Conformance.Benchmarks;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;

namespace Mlops.Compare.Comparisons;

/// <summary>The kernels under the others, for which nothing is required.</summary>
internal static class KernelComparisons
{
    /// <summary>Mean, variance, skewness, kurtosis, least and greatest value, against <c>scipy.stats.describe</c>.</summary>
    public static Comparison Moments { get; } =
        new(
            "moments",
            Requirement.None,
            rows =>
            {
                var (_, y) = BenchmarkData.ShiftedNormals(rows);
                var definition = new MomentsDefinition();
                return new PreparedCall(
                    () =>
                    {
                        var moments = definition.Create();
                        moments.Add(y);
                        return moments.Value.ExcessKurtosis;
                    },
                    ("y", y)
                );
            },
            (machine, rows) => machine.Read((long)rows * sizeof(double)),
            "one read of the values"
        );

    /// <summary>Sorts a copy, against <c>numpy.sort</c>, which makes one too.</summary>
    public static Comparison Sort { get; } =
        new(
            "sort",
            Requirement.None,
            rows =>
            {
                var (_, y) = BenchmarkData.ShiftedNormals(rows);
                var copy = new double[rows];
                var kernels = ComputeContext.Default.Kernels<ISortKernels>();
                return new PreparedCall(
                    () =>
                    {
                        y.CopyTo(copy, 0);
                        kernels.Sort(copy);
                        return copy[rows / 2];
                    },
                    ("y", y)
                );
            },
            (machine, rows) => machine.Sort(rows),
            "the floor of a sort"
        );
}
