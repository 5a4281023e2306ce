using Mlops.Statistics.Dependence;
using Mlops.Statistics.Divergences;

namespace Mlops.Drift.Dependence;

/// <summary>How much the reference's own periods differ from the rest of it: what a period of no drift does.</summary>
/// <remarks>
/// The effect of a period is its squared Jensen-Shannon distance to the other periods together, less what chance alone gives, (K - 1) / (8 ln2 N).
/// Where periods are exchangeable, that of one more is as likely to have any rank among theirs: p = (1 + those at least as large) / (1 + periods),
/// the conformal p-value of Vovk, Gammerman and Shafer (2005). The current data are compared with all periods, which are one more than each was;
/// with many periods that makes no difference.
/// </remarks>
internal static class PeriodVariation
{
    /// <summary>With fewer periods there is no null distribution to speak of.</summary>
    public const int LeastPeriods = 8;

    /// <summary>A period with fewer values is left out.</summary>
    private const int LeastValues = 20;

    /// <summary>The effect of each period.</summary>
    public static double[] Effects(ReadOnlySpan<int> bins, int binCount, RowBlocks periods)
    {
        var total = new long[binCount];
        foreach (var bin in bins)
        {
            if (bin >= 0)
            {
                total[bin]++;
            }
        }

        var effects = new List<double>();
        long[] inside = new long[binCount],
            outside = new long[binCount];
        for (var period = 0; period < periods.Count; period++)
        {
            Array.Clear(inside);
            foreach (var row in periods.RowsOf(period))
            {
                if (bins[row] >= 0)
                {
                    inside[bins[row]]++;
                }
            }

            for (var bin = 0; bin < binCount; bin++)
            {
                outside[bin] = total[bin] - inside[bin];
            }

            if (inside.Sum() >= LeastValues && outside.Sum() >= LeastValues)
            {
                effects.Add(Effect(outside, inside));
            }
        }

        return [.. effects.Order()];
    }

    /// <summary>The squared distance, less what chance alone gives; it may be negative.</summary>
    public static double Effect(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        double n = 0,
            m = 0;
        var used = 0;
        for (var bin = 0; bin < reference.Length; bin++)
        {
            n += reference[bin];
            m += current[bin];
            used += reference[bin] + current[bin] > 0 ? 1 : 0;
        }

        var distance = JensenShannon.Distance(reference, current);
        return (distance * distance) - ((used - 1) / (8 * Math.Log(2) * (n * m / (n + m))));
    }

    /// <summary>The share of periods, one more among them, that differ at least as much.</summary>
    public static double PValue(double effect, double[] periods) =>
        (1.0 + periods.Count(period => period >= effect - (1e-9 * Math.Abs(effect)))) / (1.0 + periods.Length);
}
