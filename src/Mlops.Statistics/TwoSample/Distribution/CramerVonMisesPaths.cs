using System.Numerics;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The exact null distribution of the Cramér-von Mises statistic given the ties: shares of lattice paths by the sum of their squared heights.</summary>
/// <remarks>
/// Xiao, Gordon and Yakovlev (2006), algorithm 1, with two changes: a path is looked at only where a group of equal values ends, and one whose
/// sum has reached the observed one is not followed by its sum any more, since sums only grow. Shares are carried along instead of counts.
/// </remarks>
internal sealed class CramerVonMisesPaths
{
    private readonly TieGroups _groups;
    private readonly long _n;
    private readonly long _m;

    internal CramerVonMisesPaths(TieGroups groups)
    {
        _groups = groups;
        var divisor = (long)BigInteger.GreatestCommonDivisor(groups.ReferenceCount, groups.CurrentCount);
        _n = groups.ReferenceCount / divisor;
        _m = groups.CurrentCount / divisor;
        for (var group = 0; group < groups.Ends.Length; group++)
        {
            var i = groups.ReferenceEnds[group];
            var height = ((Int128)i * _m) - ((groups.Ends[group] - i) * (Int128)_n);
            var size = groups.Ends[group] - (group > 0 ? groups.Ends[group - 1] : 0);
            Observed += (double)height * (double)height * size;
        }
    }

    /// <summary>Σ l h² of the data, with heights in units of the greatest common divisor.</summary>
    internal double Observed { get; }

    /// <summary>About how many sums have to be carried through how many points.</summary>
    internal double Work => (double)_groups.ReferenceCount * _groups.CurrentCount * Sums;

    /// <summary>About how many sums there are at a time.</summary>
    internal double Width => Math.Min(_groups.ReferenceCount, _groups.CurrentCount) * Sums;

    private double Sums
    {
        get
        {
            double paths = 1;
            var smaller = Math.Min(_groups.ReferenceCount, _groups.CurrentCount);
            var total = (double)_groups.Total;
            for (long k = 1; k <= smaller && paths < Observed + 1; k++)
            {
                paths *= (total - smaller + k) / k;
            }

            return Math.Min(paths, Observed + 1);
        }
    }

    /// <summary>The share of paths whose sum is at least the observed one.</summary>
    internal double Probability(CancellationToken token)
    {
        int n = (int)_groups.ReferenceCount,
            m = (int)_groups.CurrentCount,
            group = 0;
        var observed = (long)Observed;
        var row = new Cell[n + 1];
        row[0] = Cell.Origin;
        for (var step = 1; step <= n + m; step++)
        {
            token.ThrowIfCancellationRequested();
            var isEnd = step == _groups.Ends[group];
            var size = _groups.Ends[group] - (group > 0 ? _groups.Ends[group - 1] : 0);
            for (var i = Math.Min(n, step); i >= Math.Max(0, step - m); i--)
            {
                var j = step - i;
                var cell = Cell.Mix(
                    i > 0 ? row[i - 1] : Cell.Nowhere,
                    (double)i / step,
                    j > 0 ? row[i] : Cell.Nowhere,
                    (double)j / step
                );
                var height = (i * _m) - (j * _n);
                row[i] = isEnd ? cell.Raise(height * height * size, observed) : cell;
            }

            group += isEnd ? 1 : 0;
        }

        return Math.Clamp(row[n].Reached, 0, 1);
    }

    /// <summary>The paths to a point: the share that has reached the observed sum, and the shares of the sums below it, ascending.</summary>
    private readonly struct Cell(double reached, long[] sums, double[] shares)
    {
        internal static Cell Nowhere { get; } = new(0, [], []);

        internal static Cell Origin { get; } = new(0, [0], [1]);

        internal double Reached { get; } = reached;

        private long[] Sums { get; } = sums;

        private double[] Shares { get; } = shares;

        internal static Cell Mix(in Cell first, double firstWeight, in Cell second, double secondWeight)
        {
            var sums = new long[first.Sums.Length + second.Sums.Length];
            var shares = new double[sums.Length];
            int x = 0,
                y = 0,
                count = 0;
            while (x < first.Sums.Length || y < second.Sums.Length)
            {
                var a = x < first.Sums.Length ? first.Sums[x] : long.MaxValue;
                var b = y < second.Sums.Length ? second.Sums[y] : long.MaxValue;
                double share = 0;
                if (a <= b)
                {
                    share += firstWeight * first.Shares[x++];
                }

                if (b <= a)
                {
                    share += secondWeight * second.Shares[y++];
                }

                sums[count] = Math.Min(a, b);
                shares[count++] = share;
            }

            return new Cell(
                (firstWeight * first.Reached) + (secondWeight * second.Reached),
                sums[..count],
                shares[..count]
            );
        }

        /// <summary>Adds to all sums; those that reach the observed one are not kept apart any more.</summary>
        internal Cell Raise(long amount, long observed)
        {
            var count = Sums.Length;
            var reached = Reached;
            for (; count > 0 && Sums[count - 1] + amount >= observed; count--)
            {
                reached += Shares[count - 1];
            }

            var raised = Sums[..count];
            for (var k = 0; k < count; k++)
            {
                raised[k] += amount;
            }

            return new Cell(reached, raised, Shares[..count]);
        }
    }
}
