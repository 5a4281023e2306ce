using System.Runtime.CompilerServices;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The path that labels take: i m - j n at the ends of groups of equal values.</summary>
internal static class LabelledPath
{
    /// <summary>The highest and the lowest i m - j n over the ends of groups; 0 is among them.</summary>
    /// <param name="labels">1 for a current value, 0 for one of the reference, in the common order.</param>
    /// <param name="ends">How many values are in each group or below it.</param>
    /// <param name="n">The reference's values.</param>
    /// <param name="m">The current values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (long Highest, long Lowest) Extremes(ReadOnlySpan<byte> labels, long[] ends, long n, long m)
    {
        long height = 0,
            highest = 0,
            lowest = 0,
            total = n + m;
        var position = 0;
        foreach (var end in ends)
        {
            for (; position < end; position++)
            {
                height += m - (labels[position] * total);
            }

            highest = Math.Max(highest, height);
            lowest = Math.Min(lowest, height);
        }

        return (highest, lowest);
    }
}
