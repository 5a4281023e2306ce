using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Kuiper's statistic, times n m, as a function of the labels.</summary>
internal readonly struct RangeOfLabels(TieGroups groups) : ILabelStatistic
{
    private readonly long[] _ends = groups.Ends;
    private readonly long _n = groups.ReferenceCount;
    private readonly long _m = groups.CurrentCount;

    public double Of(ReadOnlySpan<byte> labels)
    {
        var (highest, lowest) = LabelledPath.Extremes(labels, _ends, _n, _m);
        return (double)highest - lowest;
    }
}
