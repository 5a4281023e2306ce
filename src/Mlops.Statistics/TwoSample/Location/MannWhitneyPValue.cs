using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>Turns rank sums into a test.</summary>
internal static class MannWhitneyPValue
{
    internal static MannWhitneyResult Judge(SortedSamples samples, MannWhitneyOptions options, ComputeContext context)
    {
        var sums = RankSums.Of(samples, context);
        var method = samples.IsEmpty ? MannWhitneyMethod.Asymptotic : MethodOf(samples, options.Method);
        PermutationPValue? drawn = null;
        var pValue = double.NaN;
        if (!samples.IsEmpty)
        {
            switch (method)
            {
                case MannWhitneyMethod.Exact:
                    pValue = Exact(samples, sums, options.Alternative, context.CancellationToken);
                    break;
                case MannWhitneyMethod.Permutation:
                    drawn = Draw(samples, options, context);
                    pValue = drawn.PValue;
                    break;
                default:
                    pValue = Asymptotic(sums, options);
                    break;
            }
        }

        return new MannWhitneyResult
        {
            Status = samples.IsEmpty ? ResultStatus.Empty : ResultStatus.Ok,
            Statistic = samples.IsEmpty ? double.NaN : sums.TwiceWins / 2.0,
            Superiority = samples.IsEmpty ? double.NaN : 0.5 - (sums.TwiceExcess / 2.0 / sums.Pairs),
            PValue = pValue,
            HasTies = sums.HasTies,
            ReferenceCount = sums.ReferenceCount,
            CurrentCount = sums.CurrentCount,
            Method = method,
            Permutation = drawn,
            Options = options,
        };
    }

    private static double Asymptotic(RankSums sums, MannWhitneyOptions options)
    {
        var variance = sums.Variance;
        if (variance == 0)
        {
            return 1;
        }

        // U - n m / 2 on the side that is asked about.
        var excess = sums.TwiceExcess / 2.0;
        var distance = options.Alternative switch
        {
            TwoSampleAlternative.CurrentLess => excess,
            TwoSampleAlternative.CurrentGreater => -excess,
            _ => Math.Abs(excess),
        };
        var tail = Normal.Survival((distance - (options.IsContinuityCorrected ? 0.5 : 0)) / Math.Sqrt(variance));
        return options.Alternative == TwoSampleAlternative.TwoSided ? Math.Min(1, 2 * tail) : tail;
    }

    private static double Exact(
        SortedSamples samples,
        RankSums sums,
        TwoSampleAlternative alternative,
        CancellationToken token
    )
    {
        long n = sums.ReferenceCount;
        var scores = PooledRanks.Of(samples).Scores(TwiceMidrank);
        var distribution = ScoreDistribution.Of(scores, (int)n, token);

        var sum = sums.TwiceWins + (n * (n + 1));
        return alternative switch
        {
            TwoSampleAlternative.CurrentLess => distribution.AtLeast(sum),
            TwoSampleAlternative.CurrentGreater => distribution.AtMost(sum),
            _ => distribution.AsFar(sum),
        };
    }

    private static PermutationPValue Draw(SortedSamples samples, MannWhitneyOptions options, ComputeContext context)
    {
        var ranks = PooledRanks.Of(samples);
        var statistic = new LinearScores(
            ranks.Scores((begin, end) => (double)TwiceMidrank(begin, end)),
            samples.ReferenceCount * (double)(samples.ReferenceCount + samples.CurrentCount + 1),
            options.Alternative switch
            {
                TwoSampleAlternative.CurrentLess => 1,
                TwoSampleAlternative.CurrentGreater => -1,
                _ => 0,
            }
        );
        return LabelPermutation.Test(ranks.Labels, statistic, options.Permutation, context);
    }

    private static long TwiceMidrank(int begin, int end) => (long)begin + end + 1;

    private static MannWhitneyMethod MethodOf(SortedSamples samples, MannWhitneyMethod asked) =>
        asked is MannWhitneyMethod.Asymptotic or MannWhitneyMethod.Permutation ? asked
        : ExactLimits.IsFeasible(Cost(samples), isAsked: asked == MannWhitneyMethod.Exact) ? MannWhitneyMethod.Exact
        : MannWhitneyMethod.Asymptotic;

    /// <summary>As for ranks without ties, so that the method does not depend on the values.</summary>
    private static double Cost(SortedSamples samples)
    {
        double n = samples.ReferenceCount,
            m = samples.CurrentCount;
        return (n + m) * Math.Min(n, m) * n * m;
    }
}
