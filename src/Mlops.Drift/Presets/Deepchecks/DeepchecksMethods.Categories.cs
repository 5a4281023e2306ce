using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Drift.Presets.Deepchecks;

public static partial class DeepchecksMethods
{
    private const double ShareFloor = 0.01;

    /// <summary>Cramér's V with Bergsma's correction, after the larger side's counts are scaled down to the smaller's and rounded.</summary>
    /// <param name="referenceCounts">The reference's count of each category that occurs on either side.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <param name="smallestShare">Categories below this share of the reference count as one; and where that is still small on both sides, as none.</param>
    /// <param name="balanceClasses">Whether each category of the reference gets the same weight, which ignores <paramref name="smallestShare"/>.</param>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside [0,1].</exception>
    public static MethodScore CramersV(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        double smallestShare = 0,
        bool balanceClasses = false
    )
    {
        var (first, second) = Pooled(referenceCounts, currentCounts, balanceClasses ? 0 : smallestShare);
        if (first.Sum() == 0 || second.Sum() == 0)
        {
            return Empty;
        }

        if (first.Length == 1)
        {
            return new(0);
        }

        var (p, q) = balanceClasses ? Rebalanced(first, second) : Rounded(SameSize(first, second));
        List<long> left = [],
            right = [];
        for (var i = 0; i < p.Length; i++)
        {
            if (p[i] != 0 || q[i] != 0)
            {
                left.Add((long)p[i]);
                right.Add((long)q[i]);
            }
        }

        var test = ChiSquareTest.Homogeneity([.. left], [.. right], ContinuityCorrection.Yates);
        if (test.Status != ResultStatus.Ok)
        {
            return MethodScore.None(
                test.Status,
                "the scaled counts leave a side or all but one category empty, where deepchecks throws or answers NaN"
            );
        }

        double n = test.Count,
            k = left.Count;
        var squared = Math.Max(0, (test.Statistic / n) - ((k - 1) / (n - 1)));
        var rows = 2 - (1 / (n - 1));
        var columns = k - ((k - 1) * (k - 1) / (n - 1));
        return MethodScore.Of(Math.Sqrt(squared / Math.Min(columns - 1, rows - 1)), "deepchecks answers NaN");
    }

    /// <summary>The population stability index, each share being 0.01 at least.</summary>
    /// <inheritdoc cref="CramersV"/>
    public static MethodScore PopulationStability(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        double smallestShare = 0
    )
    {
        var (first, second) = Pooled(referenceCounts, currentCounts, smallestShare);
        double n = first.Sum(),
            m = second.Sum();
        if (n == 0 || m == 0)
        {
            return Empty;
        }

        double index = 0;
        for (var i = 0; i < first.Length; i++)
        {
            double p = Math.Max(first[i] / n, ShareFloor),
                q = Math.Max(second[i] / m, ShareFloor);
            index += (p - q) * Math.Log(p / q);
        }

        return new(index);
    }

    private static (double[] Reference, double[] Current) Pooled(
        ReadOnlySpan<long> reference,
        ReadOnlySpan<long> current,
        double smallestShare
    )
    {
        if (!(smallestShare is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(smallestShare), smallestShare, "A share lies in [0,1].");
        }

        PresetCounts.Check(reference, current);
        double n = PresetCounts.Total(reference),
            m = PresetCounts.Total(current);
        List<double> first = [],
            second = [];
        double otherFirst = 0,
            otherSecond = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            if (reference[i] + current[i] == 0)
            {
                continue;
            }

            if (reference[i] < n * smallestShare)
            {
                otherFirst += reference[i];
                otherSecond += current[i];
            }
            else
            {
                first.Add(reference[i]);
                second.Add(current[i]);
            }
        }

        if (otherFirst > smallestShare * n || otherSecond > smallestShare * m)
        {
            first.Add(otherFirst);
            second.Add(otherSecond);
        }

        return ([.. first], [.. second]);
    }

    private static (double[] Reference, double[] Current) SameSize(double[] first, double[] second)
    {
        double n = first.Sum(),
            m = second.Sum();
        return n > m ? (Array.ConvertAll(first, count => count * (m / n)), second)
            : n < m ? (first, Array.ConvertAll(second, count => count * (n / m)))
            : (first, second);
    }

    private static (double[] Reference, double[] Current) Rounded((double[] Reference, double[] Current) counts) =>
        (
            Array.ConvertAll(counts.Reference, count => Math.Round(count, MidpointRounding.ToEven)),
            Array.ConvertAll(counts.Current, count => Math.Round(count, MidpointRounding.ToEven))
        );

    // The reference is made even, and the current counts keep their ratio to it.
    private static (double[] Reference, double[] Current) Rebalanced(double[] first, double[] second)
    {
        var (p, q) = SameSize(first, second);
        var even = Math.Floor(q.Sum(count => count + 1) / q.Length);
        var raised = new double[q.Length];
        for (var i = 0; i < raised.Length; i++)
        {
            raised[i] = Math.Round(even * ((q[i] + 1) / (p[i] + 1)), MidpointRounding.ToEven);
        }

        var scale = even * q.Length / raised.Sum();
        return (
            Array.ConvertAll(p, _ => even),
            Array.ConvertAll(raised, count => Math.Round(count * scale, MidpointRounding.ToEven))
        );
    }
}
