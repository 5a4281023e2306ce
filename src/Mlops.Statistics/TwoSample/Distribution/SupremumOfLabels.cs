using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Kolmogorov-Smirnov statistic, times n m, as a function of the labels.</summary>
internal readonly struct SupremumOfLabels(TieGroups groups, TwoSampleAlternative alternative) : ILabelStatistic
{
    private readonly long[] _ends = groups.Ends;
    private readonly long _n = groups.ReferenceCount;
    private readonly long _m = groups.CurrentCount;

    public double Of(ReadOnlySpan<byte> labels)
    {
        var (highest, lowest) = LabelledPath.Extremes(labels, _ends, _n, _m);
        return alternative switch
        {
            TwoSampleAlternative.CurrentGreater => highest,
            TwoSampleAlternative.CurrentLess => -lowest,
            _ => Math.Max(highest, -lowest),
        };
    }
}
