using System.Runtime.CompilerServices;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Baumgartner, Weiß and Schindler's B: each side's ranks against their expectations, in squares over their variances.</summary>
/// <remarks>Built once for the pooled values; permutations only walk it.</remarks>
internal readonly struct SquaredRankStatistic : ILabelStatistic
{
    private readonly double[] _ranks;
    private readonly Side _reference;
    private readonly Side _current;
    private readonly TwoSampleAlternative _alternative;

    /// <param name="ranks">The midrank of each pooled value, ascending.</param>
    /// <param name="referenceCount">n.</param>
    /// <param name="currentCount">m.</param>
    /// <param name="alternative">Two-sided squares, or squares with their sign.</param>
    /// <param name="moments">What ranks are measured by.</param>
    internal SquaredRankStatistic(
        double[] ranks,
        int referenceCount,
        int currentCount,
        TwoSampleAlternative alternative,
        BaumgartnerWeissSchindlerMoments moments
    )
    {
        _ranks = ranks;
        _alternative = alternative;
        _reference = new Side(referenceCount, currentCount, moments);
        _current = new Side(currentCount, referenceCount, moments);
    }

    /// <summary>What counts as extreme when large: B, or B with the sign of the alternative.</summary>
    public double Of(ReadOnlySpan<byte> labels) =>
        _alternative == TwoSampleAlternative.CurrentLess ? -Value(labels) : Value(labels);

    /// <summary>B as the result states it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double Value(ReadOnlySpan<byte> labels)
    {
        var isTwoSided = _alternative == TwoSampleAlternative.TwoSided;
        double reference = 0,
            current = 0;
        int i = 0,
            j = 0;
        for (var k = 0; k < labels.Length; k++)
        {
            if (labels[k] == 0)
            {
                reference += _reference.Term(i++, _ranks[k], isTwoSided);
            }
            else
            {
                current += _current.Term(j++, _ranks[k], isTwoSided);
            }
        }

        return (isTwoSided ? current + reference : current - reference) / 2;
    }

    private readonly struct Side
    {
        private readonly double _slope;
        private readonly double[] _weights;

        internal Side(int own, int other, BaumgartnerWeissSchindlerMoments moments)
        {
            double n = own,
                m = other,
                total = n + m;
            var isExact = moments == BaumgartnerWeissSchindlerMoments.Exact;
            _slope = isExact ? (total + 1) / (n + 1) : total / n;
            var factor = isExact ? m * (total + 1) / (n + 2) : m * total / n;
            _weights = new double[own];
            for (var i = 0; i < own; i++)
            {
                var share = (i + 1) / (n + 1);
                _weights[i] = 1 / (n * share * (1 - share) * factor);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal double Term(int index, double rank, bool isTwoSided)
        {
            var excess = rank - (_slope * (index + 1));
            return _weights[index] * excess * (isTwoSided ? excess : Math.Abs(excess));
        }
    }
}
