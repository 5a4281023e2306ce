using System.Runtime.CompilerServices;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Cramér-von Mises statistic, times a constant, as a function of the labels: Σ l (i m - j n)² over the ends of groups of l values.</summary>
internal readonly struct SquaresOfLabels(TieGroups groups) : ILabelStatistic
{
    private readonly long[] _ends = groups.Ends;
    private readonly long _n = groups.ReferenceCount;
    private readonly long _m = groups.CurrentCount;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Of(ReadOnlySpan<byte> labels)
    {
        long height = 0,
            total = _n + _m,
            begin = 0;
        double sum = 0;
        foreach (var end in _ends)
        {
            for (var position = (int)begin; position < end; position++)
            {
                height += _m - (labels[position] * total);
            }

            sum += (double)height * height * (end - begin);
            begin = end;
        }

        return sum;
    }
}
