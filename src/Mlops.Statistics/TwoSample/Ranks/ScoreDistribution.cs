using System.Numerics;
using System.Numerics.Tensors;

namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>The exact distribution of the sum of so many scores, drawn without replacement: the null of every linear rank test, ties or not.</summary>
/// <remarks>
/// The shift algorithm of Streitberg and Röhmel (1986), with shares carried along in place of counts: the next score is among the k drawn with
/// probability (k - i) / (N - e) when i of the first e were. All terms are positive, so that small probabilities keep their digits.
/// Scores are brought to the smallest whole numbers first, so that midranks without ties take no more room than ranks.
/// </remarks>
internal sealed class ScoreDistribution
{
    private readonly long _lowest;
    private readonly long _step;
    private readonly double[] _shares;

    // The mean is the second number over the first.
    private readonly (long Size, long Total) _mean;

    private ScoreDistribution(long lowest, long step, double[] shares, (long Size, long Total) mean)
    {
        _lowest = lowest;
        _step = step;
        _shares = shares;
        _mean = mean;
    }

    /// <summary>About how many steps it takes: N k times the range of sums of the k scores on the smaller side.</summary>
    internal static double Cost(ReadOnlySpan<long> scores, int count)
    {
        var drawn = Math.Min(count, scores.Length - count);
        var sorted = Reduced(scores, out _, out _);
        double range = 1;
        for (var i = 0; i < drawn; i++)
        {
            range += (double)sorted[^(i + 1)] - sorted[i];
        }

        return range * drawn * scores.Length;
    }

    /// <summary>The distribution of the sum of <paramref name="count"/> of the scores, which are not negative.</summary>
    internal static ScoreDistribution Of(ReadOnlySpan<long> scores, int count, CancellationToken token)
    {
        var sorted = Reduced(scores, out var least, out var step);
        var drawn = Math.Min(count, scores.Length - count);
        var shares = Shares(sorted, drawn, token);
        if (drawn < count)
        {
            // The sum of the others is what is left of all.
            Array.Reverse(shares);
        }

        long lowest = 0,
            total = 0;
        for (var i = 0; i < count; i++)
        {
            lowest += sorted[i];
        }

        foreach (var score in scores)
        {
            total += score;
        }

        return new ScoreDistribution(
            (lowest * step) + (least * count),
            step,
            shares,
            (scores.Length, checked(total * count))
        );
    }

    /// <summary>The probability of a sum of at most <paramref name="sum"/>.</summary>
    internal double AtMost(long sum)
    {
        double probability = 0;
        for (var i = 0; i < _shares.Length && _lowest + (i * _step) <= sum; i++)
        {
            probability += _shares[i];
        }

        return Math.Min(1, probability);
    }

    /// <summary>The probability of a sum of at least <paramref name="sum"/>.</summary>
    internal double AtLeast(long sum)
    {
        double probability = 0;
        for (var i = _shares.Length - 1; i >= 0 && _lowest + (i * _step) >= sum; i--)
        {
            probability += _shares[i];
        }

        return Math.Min(1, probability);
    }

    /// <summary>The probability of a sum at least as far from the mean, on either side.</summary>
    internal double AsFar(long sum)
    {
        var (size, total) = _mean;
        var distance = Math.Abs((sum * size) - total);
        if (distance == 0)
        {
            return 1;
        }

        // Sums are not negative: no sum is as low as a negative one.
        var lower = total >= distance ? AtMost((total - distance) / size) : 0;
        return Math.Min(1, lower + AtLeast((total + distance + size - 1) / size));
    }

    private static long[] Reduced(ReadOnlySpan<long> scores, out long least, out long step)
    {
        var sorted = scores.ToArray();
        Array.Sort(sorted);
        least = sorted[0];
        var divisor = BigInteger.Zero;
        for (var i = 1; i < sorted.Length; i++)
        {
            divisor =
                sorted[i] == sorted[i - 1] || divisor.IsOne
                    ? divisor
                    : BigInteger.GreatestCommonDivisor(divisor, sorted[i] - least);
        }

        step = Math.Max(1, (long)divisor);
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = (sorted[i] - least) / step;
        }

        return sorted;
    }

    /// <summary>The shares of the sums of <paramref name="drawn"/> of the scores, from the lowest sum upwards.</summary>
    private static double[] Shares(long[] sorted, int drawn, CancellationToken token)
    {
        int total = sorted.Length;
        var shares = new double[drawn + 1][];
        var lowest = new long[drawn + 1];
        int[] from = new int[drawn + 1],
            to = new int[drawn + 1];
        long highest = 0;
        shares[0] = [1];
        to[0] = 1;
        for (var i = 1; i <= drawn; i++)
        {
            lowest[i] = lowest[i - 1] + sorted[i - 1];
            highest += sorted[^i];
            shares[i] = new double[checked((int)(highest - lowest[i] + 1))];
        }

        for (var e = 0; e < total; e++)
        {
            token.ThrowIfCancellationRequested();
            double left = total - e;

            // Downwards, so that what is read has not been written yet; states that can't draw enough any more are left alone.
            for (var i = Math.Min(e + 1, drawn); i >= Math.Max(0, drawn - (total - e - 1)); i--)
            {
                var own = shares[i].AsSpan(from[i], to[i] - from[i]);
                TensorPrimitives.Multiply(own, (left - (drawn - i)) / left, own);
                if (i > 0 && from[i - 1] < to[i - 1])
                {
                    var shift = (int)(lowest[i - 1] + sorted[e] - lowest[i]);
                    int begin = from[i - 1] + shift,
                        end = to[i - 1] + shift;
                    var source = shares[i - 1].AsSpan(from[i - 1], end - begin);
                    var target = shares[i].AsSpan(begin, end - begin);
                    TensorPrimitives.MultiplyAdd(source, (drawn - (i - 1)) / left, target, target);
                    (from[i], to[i]) =
                        from[i] < to[i] ? (Math.Min(from[i], begin), Math.Max(to[i], end)) : (begin, end);
                }
            }
        }

        return shares[drawn];
    }
}
