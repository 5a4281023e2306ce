using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.TwoSample.Ranks;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>The scores of Ansari and Bradley, and what they say.</summary>
internal static class AnsariBradleyPValue
{
    /// <summary>Beyond it no exact distribution is feasible.</summary>
    private const long MostExactRows = 40_000;

    internal static AnsariBradleyResult Judge(
        SortedSamples samples,
        AnsariBradleyOptions options,
        ComputeContext context
    )
    {
        long n = samples.ReferenceCount,
            m = samples.CurrentCount;
        var sums = Sums(samples, context);
        var status =
            samples.IsEmpty ? ResultStatus.Empty
            : n + m < 3 ? ResultStatus.TooFewRows
            : sums.Spread == 0 ? ResultStatus.Constant
            : ResultStatus.Ok;
        double total = n + m,
            mean = n * (double)sums.All / total,
            excess = (double)(((Int128)n * sums.All) - ((Int128)(n + m) * sums.Reference)) / total,
            standardized = status == ResultStatus.Ok
                ? excess / Math.Sqrt(n / total * (m / (total - 1)) * ((double)sums.Spread / total))
                : double.NaN;
        var method =
            options.Method == AnsariBradleyMethod.Permutation
                ? AnsariBradleyMethod.Permutation
                : AnsariBradleyMethod.Asymptotic;
        var pValue = double.NaN;
        PermutationPValue? drawn = null;
        if (status == ResultStatus.Ok)
        {
            var exact = Exact(samples, options, sums.Reference, context.CancellationToken);
            method = exact is null ? method : AnsariBradleyMethod.Exact;
            drawn = method == AnsariBradleyMethod.Permutation ? Draw(samples, options, mean, context) : null;
            pValue = exact ?? drawn?.PValue ?? Scale.OfNormal(standardized, options.Alternative);
        }

        return new AnsariBradleyResult
        {
            Status = status,
            Statistic = samples.IsEmpty ? double.NaN : sums.Reference / 2.0,
            StandardizedStatistic = standardized,
            PValue = pValue,
            ReferenceCount = n,
            CurrentCount = m,
            Method = method,
            Permutation = drawn,
            Options = options,
        };
    }

    /// <summary>Twice min(midrank, N + 1 - midrank).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long TwiceScore(long begin, long end, long total) =>
        Math.Min(begin + end + 1, (2 * total) + 1 - begin - end);

    /// <summary>Sums of doubled scores: the reference's, all, and N times the sum of squared deviations.</summary>
    private static (long Reference, long All, UInt128 Spread) Sums(SortedSamples samples, ComputeContext context)
    {
        var total = samples.ReferenceCount + samples.CurrentCount;
        long reference = 0,
            all = 0;
        UInt128 squares = 0;
        foreach (var part in samples.Walk(new Visitor(total), context))
        {
            reference += part.Reference;
            all += part.All;
            squares += ((UInt128)part.SquaresHigh << 32) + part.SquaresLow;
        }

        var sum = (UInt128)(ulong)all;
        return (reference, all, ((UInt128)(ulong)total * squares) - (sum * sum));
    }

    private static double? Exact(SortedSamples samples, AnsariBradleyOptions options, long sum, CancellationToken token)
    {
        if (
            options.Method is AnsariBradleyMethod.Asymptotic or AnsariBradleyMethod.Permutation
            || samples.ReferenceCount + samples.CurrentCount > MostExactRows
        )
        {
            return null;
        }

        var ranks = PooledRanks.Of(samples);
        var scores = ranks.Scores((begin, end) => TwiceScore(begin, end, ranks.Count));
        var count = (int)samples.ReferenceCount;
        if (!ExactLimits.IsFeasible(ScoreDistribution.Cost(scores, count), options.Method == AnsariBradleyMethod.Exact))
        {
            return null;
        }

        var distribution = ScoreDistribution.Of(scores, count, token);
        return options.Alternative switch
        {
            ScaleAlternative.CurrentNarrower => distribution.AtMost(sum),
            ScaleAlternative.CurrentWider => distribution.AtLeast(sum),
            _ => Math.Min(1, 2 * Math.Min(distribution.AtMost(sum), distribution.AtLeast(sum))),
        };
    }

    private static PermutationPValue Draw(
        SortedSamples samples,
        AnsariBradleyOptions options,
        double mean,
        ComputeContext context
    )
    {
        var ranks = PooledRanks.Of(samples);
        var scores = ranks.Scores((begin, end) => (double)TwiceScore(begin, end, ranks.Count));

        // Small sums are those of a wide reference.
        var statistic = new LinearScores(scores, mean, -Scale.Side(options.Alternative));
        return LabelPermutation.Test(ranks.Labels, statistic, options.Permutation, context);
    }

    private struct Visitor(long total) : ITieGroupVisitor
    {
        internal long Reference;
        internal long All;

        // Squares of less than 2⁶⁴ in halves of 32 bits: as counts sum to less than 2³², neither sum overflows.
        internal ulong SquaresHigh;
        internal ulong SquaresLow;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(long first, long second, long firstEnd, long secondEnd)
        {
            var score = TwiceScore(first + second, firstEnd + secondEnd, total);
            var size = firstEnd + secondEnd - first - second;
            Reference += (firstEnd - first) * score;
            All += size * score;
            var square = (ulong)score * (ulong)score;
            SquaresHigh += (ulong)size * (square >> 32);
            SquaresLow += (ulong)size * (uint)square;
        }
    }
}
