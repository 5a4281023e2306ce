using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Turns A² into a test.</summary>
internal static class AndersonDarlingPValue
{
    private const int LargestAutoPermutation = 1_000;
    private const int LeastAutoAsymptotic = 20;

    /// <summary>Whether the p-value asks for the values in order.</summary>
    internal static bool NeedsPool(AndersonDarlingMethod method, ReadOnlySpan<long> sizes, bool hasTies) =>
        Choose(method, sizes, hasTies) switch
        {
            AndersonDarlingMethod.Permutation => true,
            AndersonDarlingMethod.Asymptotic => hasTies,
            _ => false,
        };

    /// <summary>The test.</summary>
    /// <param name="squaredDifference">A²; NaN for an empty sample.</param>
    /// <param name="isConstant">Whether all values are equal.</param>
    /// <param name="hasTies">Whether two values are.</param>
    /// <param name="sizes">The samples' sizes.</param>
    /// <param name="pool">The values in order, where the method needs them.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="context">Threads and cancellation.</param>
    internal static AndersonDarlingResult Judge(
        double squaredDifference,
        bool isConstant,
        bool hasTies,
        long[] sizes,
        LabelledPool? pool,
        AndersonDarlingOptions options,
        ComputeContext context
    )
    {
        var isEmpty = sizes.Contains(0);
        var deviation = isEmpty ? double.NaN : AndersonDarlingMoments.StandardDeviation(sizes);
        var status =
            isEmpty ? ResultStatus.Empty
            : isConstant ? ResultStatus.Constant
            : double.IsNaN(deviation) ? ResultStatus.TooFewRows
            : ResultStatus.Ok;
        var method = Choose(options.Method, sizes, hasTies);
        var statistic =
            status == ResultStatus.Ok ? (squaredDifference - (sizes.Length - 1)) / deviation : double.NaN;
        var isMidrank = options.Ties == AndersonDarlingTies.Midranks;
        PermutationPValue? permutation = null;
        if (status == ResultStatus.Ok && method == AndersonDarlingMethod.Permutation)
        {
            permutation = LabelPermutation.Test(
                pool!.Labels,
                new AndersonDarlingOfLabels(pool.Ends, sizes, isMidrank),
                options.Permutation,
                context
            );
        }

        return new AndersonDarlingResult
        {
            Status = status,
            Statistic = statistic,
            SquaredDifference = isEmpty || isConstant ? double.NaN : squaredDifference,
            StandardDeviation = deviation,
            PValue =
                status != ResultStatus.Ok ? double.NaN
                : permutation is not null ? permutation.PValue
                : method == AndersonDarlingMethod.Interpolated ? AndersonDarlingInterpolation.PValue(statistic, sizes.Length - 1)
                : !hasTies ? Asymptotic(statistic, sizes.Length - 1)
                : GivenTies(squaredDifference, pool!.Ends, sizes.Length - 1, isMidrank),
            Count = sizes.Sum(),
            SampleCount = sizes.Length,
            HasTies = hasTies,
            Permutation = permutation,
            Method = method,
            Options = options,
        };
    }

    /// <summary>The limit where it is as many of its own standard deviations above its mean.</summary>
    internal static double Asymptotic(double statistic, int degreesOfFreedom) =>
        QuadraticLimits.AndersonDarling.Survival(
            degreesOfFreedom + (statistic * Math.Sqrt(degreesOfFreedom) * QuadraticLimits.AndersonDarlingDeviation),
            degreesOfFreedom
        );

    private static AndersonDarlingMethod Choose(AndersonDarlingMethod method, ReadOnlySpan<long> sizes, bool hasTies)
    {
        if (method != AndersonDarlingMethod.Auto)
        {
            return method;
        }

        long total = 0,
            least = long.MaxValue;
        foreach (var size in sizes)
        {
            total += size;
            least = Math.Min(least, size);
        }

        return total <= LargestAutoPermutation && (hasTies || least < LeastAutoAsymptotic)
            ? AndersonDarlingMethod.Permutation
            : AndersonDarlingMethod.Asymptotic;
    }

    private static double GivenTies(double squaredDifference, long[] ends, int degreesOfFreedom, bool isMidrank)
    {
        // N / (N - 1) is what drawing without replacement adds to the mean; the formula by midranks has taken it out.
        double total = ends[^1];
        return TiedLimits
            .AndersonDarling(ends, isMidrank)!
            .Survival(isMidrank ? squaredDifference : squaredDifference * (total - 1) / total, degreesOfFreedom);
    }
}
