using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>Turns sums of placements into a test.</summary>
internal static class BrunnerMunzelPValue
{
    /// <summary>The most values a side for which Auto permutes: with 20 Student's t rejects 5.9% at a level of 5%.</summary>
    private const int MostForPermutation = 30;

    internal static BrunnerMunzelResult Judge(
        SortedSamples samples,
        BrunnerMunzelOptions options,
        ComputeContext context
    )
    {
        var sums = PlacementSums.Of(samples, context);
        long n = sums.ReferenceCount,
            m = sums.CurrentCount;
        var estimate =
            n > 1 && m > 1
                ? SuperiorityEstimate.Of(sums)
                : new SuperiorityEstimate(sums.Superiority, 0, double.NaN, double.NaN);
        var status =
            samples.IsEmpty ? ResultStatus.Empty
            : n < 2 || m < 2 ? ResultStatus.TooFewRows
            : sums.TiedPairs == sums.Pairs ? ResultStatus.Constant
            : ResultStatus.Ok;
        var isApart = status == ResultStatus.Ok && estimate.Variance == 0;
        var method =
            isApart ? BrunnerMunzelMethod.Permutation
            : options.Method == BrunnerMunzelMethod.Auto
                ? Math.Max(samples.ReferenceCount, samples.CurrentCount) <= MostForPermutation
                        ? BrunnerMunzelMethod.Permutation
                    : BrunnerMunzelMethod.StudentT
            : options.Method;
        var statistic = status == ResultStatus.Ok ? estimate.Excess / Math.Sqrt(estimate.Variance) : double.NaN;
        var drawn =
            status == ResultStatus.Ok && !isApart && method == BrunnerMunzelMethod.Permutation
                ? Draw(samples, options, context)
                : null;
        return new BrunnerMunzelResult
        {
            Status = status,
            Statistic = statistic,
            DegreesOfFreedom = status == ResultStatus.Ok ? estimate.DegreesOfFreedom : double.NaN,
            Superiority = estimate.Value,
            StandardError = Math.Sqrt(estimate.Variance),
            PValue =
                status != ResultStatus.Ok ? double.NaN
                : isApart ? OfSamplesApart(n, m, statistic, options.Alternative)
                : drawn?.PValue ?? OfDistribution(statistic, estimate.DegreesOfFreedom, method, options.Alternative),
            ReferenceCount = n,
            CurrentCount = m,
            Method = method,
            Permutation = drawn,
            Options = options,
        };
    }

    private static double OfDistribution(
        double statistic,
        double degreesOfFreedom,
        BrunnerMunzelMethod method,
        TwoSampleAlternative alternative
    )
    {
        var distance = Side(alternative) == 0 ? Math.Abs(statistic) : Side(alternative) * statistic;
        var tail =
            method == BrunnerMunzelMethod.Normal
                ? Normal.Survival(distance)
                : StudentT.Survival(distance, degreesOfFreedom);
        return alternative == TwoSampleAlternative.TwoSided ? Math.Min(1, 2 * tail) : tail;
    }

    /// <summary>The share of all assignments of labels in which the samples are as far apart: no overlap, in that order or either.</summary>
    private static double OfSamplesApart(long n, long m, double statistic, TwoSampleAlternative alternative)
    {
        if (Side(alternative) * statistic < 0)
        {
            return 1;
        }

        var smaller = Math.Min(n, m);
        var share = alternative == TwoSampleAlternative.TwoSided ? 2.0 : 1;
        for (long i = 1; i <= smaller && share > 0; i++)
        {
            share *= i / (double)(Math.Max(n, m) + i);
        }

        return share;
    }

    private static PermutationPValue Draw(SortedSamples samples, BrunnerMunzelOptions options, ComputeContext context)
    {
        var ranks = PooledRanks.Of(samples);
        return LabelPermutation.Test(
            ranks.Labels,
            new BrunnerMunzelStatistic([.. ranks.Ends], samples.ReferenceCount, Side(options.Alternative)),
            options.Permutation,
            context
        );
    }

    private static int Side(TwoSampleAlternative alternative) =>
        alternative switch
        {
            TwoSampleAlternative.CurrentGreater => 1,
            TwoSampleAlternative.CurrentLess => -1,
            _ => 0,
        };
}
