namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The exact null distribution of the Kolmogorov-Smirnov statistic given the ties: paths are held against the boundary at the ends of groups alone.</summary>
/// <remarks>
/// As <see cref="LatticePaths"/>, with shares of paths and positive terms, but a path may cross the boundary and come back within a group of
/// equal values, where the empirical distribution functions have no value between. Nikiforov (1994), algorithm AS 288; Schröer and Trenkler (1995).
/// </remarks>
internal static class TiedLatticePaths
{
    /// <summary>The share of paths that stand at or beyond the boundary at the end of a group. O(n m) at the most.</summary>
    /// <param name="n">Values on the side whose function is asked to be the upper one.</param>
    /// <param name="m">Values on the other side.</param>
    /// <param name="h">The boundary: n m times the statistic, from 1 to n m.</param>
    /// <param name="isTwoSided">Whether both directions count.</param>
    /// <param name="ends">How many values of both samples are in each group or below it.</param>
    /// <param name="token">Stops long work.</param>
    internal static double Probability(
        int n,
        int m,
        long h,
        bool isTwoSided,
        ReadOnlySpan<long> ends,
        CancellationToken token
    )
    {
        // What no step has computed yet lies beyond the boundary: 1. Shares below 1 stand from first to last.
        var reached = new double[n + 1];
        Array.Fill(reached, 1);
        reached[0] = 0;
        long total = (long)n + m,
            step = 1;
        int first = 0,
            last = 0;
        foreach (var end in ends)
        {
            for (; step <= end; step++)
            {
                if ((step & 1023) == 0)
                {
                    token.ThrowIfCancellationRequested();
                }

                last = Math.Min(n, last + 1);
                first = (int)Math.Max(first, step - m);
                LatticePaths.Advance(reached, first, last, step);
            }

            // Inside: -h < i m - j n = i (n + m) - end n < h.
            var middle = end * n;
            for (var bound = (middle + h - 1) / total; last > bound; last--)
            {
                reached[last] = 1;
            }

            for (var bound = isTwoSided && middle >= h ? ((middle - h) / total) + 1 : 0; first < bound; first++)
            {
                reached[first] = 1;
            }
        }

        return Math.Clamp(reached[n], 0, 1);
    }
}
