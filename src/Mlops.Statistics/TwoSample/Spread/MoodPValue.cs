using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>Mood's scores, and what they say.</summary>
internal static class MoodPValue
{
    /// <summary>Beyond it no exact distribution is feasible.</summary>
    private const long MostExactRows = 2_000;

    internal static MoodResult Judge(SortedSamples samples, MoodOptions options, ComputeContext context)
    {
        long n = samples.ReferenceCount,
            m = samples.CurrentCount;
        var (excess, variance) = Moments(samples, context);
        var status =
            samples.IsEmpty ? ResultStatus.Empty
            : n + m < 3 ? ResultStatus.TooFewRows
            : variance == 0 ? ResultStatus.Constant
            : ResultStatus.Ok;
        var statistic = status == ResultStatus.Ok ? excess / Math.Sqrt(variance) : double.NaN;
        var method = options.Method == MoodMethod.Permutation ? MoodMethod.Permutation : MoodMethod.Asymptotic;
        var pValue = double.NaN;
        PermutationPValue? drawn = null;
        if (status == ResultStatus.Ok)
        {
            var exact = Exact(samples, options, context.CancellationToken);
            method = exact is null ? method : MoodMethod.Exact;
            drawn = method == MoodMethod.Permutation ? Draw(samples, options, context) : null;
            pValue = exact ?? drawn?.PValue ?? Scale.OfNormal(statistic, options.Alternative);
        }

        return new MoodResult
        {
            Status = status,
            Statistic = statistic,
            PValue = pValue,
            ReferenceCount = n,
            CurrentCount = m,
            Method = method,
            Permutation = drawn,
            Options = options,
        };
    }

    /// <summary>Twelve times the mean of (rank - (N + 1) / 2)² over the ranks of a group, less the same of all ranks: a whole number.</summary>
    private static double Deviation(double begin, double end, double total)
    {
        double offset = begin + end - total,
            size = end - begin;
        return (3 * offset * offset) + (size * size) - (total * total);
    }

    /// <summary>The reference's scores less their mean, and the variance of that.</summary>
    private static (double Excess, double Variance) Moments(SortedSamples samples, ComputeContext context)
    {
        double n = samples.ReferenceCount,
            m = samples.CurrentCount,
            total = n + m;
        CompensatedSum excess = default,
            squares = default;
        foreach (var part in samples.Walk(new Visitor(total), context))
        {
            excess.Add(part.Excess);
            squares.Add(part.Squares);
        }

        return (excess.Value / 12, n / total * (m / (total - 1)) * squares.Value / 144);
    }

    private static double? Exact(SortedSamples samples, MoodOptions options, CancellationToken token)
    {
        if (
            options.Method is MoodMethod.Asymptotic or MoodMethod.Permutation
            || samples.ReferenceCount + samples.CurrentCount > MostExactRows
        )
        {
            return null;
        }

        var ranks = PooledRanks.Of(samples);
        var scores = ranks.Scores(
            (begin, end) =>
            {
                long offset = begin + end - ranks.Count,
                    size = end - begin;
                return (3 * offset * offset) + (size * size) - 1;
            }
        );
        var count = (int)samples.ReferenceCount;
        if (!ExactLimits.IsFeasible(ScoreDistribution.Cost(scores, count), options.Method == MoodMethod.Exact))
        {
            return null;
        }

        var distribution = ScoreDistribution.Of(scores, count, token);
        var sum = Scale.SumOfReference(scores, ranks.Labels);
        return options.Alternative switch
        {
            ScaleAlternative.CurrentNarrower => distribution.AtLeast(sum),
            ScaleAlternative.CurrentWider => distribution.AtMost(sum),
            _ => distribution.AsFar(sum),
        };
    }

    private static PermutationPValue Draw(SortedSamples samples, MoodOptions options, ComputeContext context)
    {
        var ranks = PooledRanks.Of(samples);
        var scores = ranks.Scores((begin, end) => Deviation(begin, end, ranks.Count));
        var statistic = new LinearScores(scores, mean: 0, Scale.Side(options.Alternative));
        return LabelPermutation.Test(ranks.Labels, statistic, options.Permutation, context);
    }

    private struct Visitor(double total) : ITieGroupVisitor
    {
        internal CompensatedSum Excess;
        internal CompensatedSum Squares;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(long first, long second, long firstEnd, long secondEnd)
        {
            var deviation = Deviation(first + second, firstEnd + secondEnd, total);
            Excess.Add((firstEnd - first) * deviation);
            Squares.Add((firstEnd + secondEnd - first - second) * deviation * deviation);
        }
    }
}
