namespace Mlops.Statistics.Moments;

/// <summary>Sums of powers of deviations from the mean, and what was left out of them.</summary>
/// <remarks>The mean is a sum of two doubles, so that data far from zero keep all digits of their spread.</remarks>
internal readonly record struct CentralMoments
{
    public CentralMoments() { }

    internal long Count { get; init; }

    internal long MissingCount { get; init; }

    internal long InfiniteCount { get; init; }

    internal double Mean { get; init; }

    /// <summary>What the mean is above <see cref="Mean"/>: less than one unit in its last place.</summary>
    internal double MeanRemainder { get; init; }

    /// <summary>Σ(x - mean)²; infinite when beyond the range of a double.</summary>
    internal double M2 { get; init; }

    /// <summary>Σ(x - mean)³; not finite when beyond the range of a double.</summary>
    internal double M3 { get; init; }

    /// <summary>Σ(x - mean)⁴; not finite when beyond the range of a double.</summary>
    internal double M4 { get; init; }

    internal double Minimum { get; init; } = double.PositiveInfinity;

    internal double Maximum { get; init; } = double.NegativeInfinity;

    /// <summary>The moments of a single value.</summary>
    internal static CentralMoments Of(double value) =>
        double.IsFinite(value)
            ? new CentralMoments
            {
                Count = 1,
                Mean = value,
                Minimum = value,
                Maximum = value,
            }
            : new CentralMoments
            {
                MissingCount = double.IsNaN(value) ? 1 : 0,
                InfiniteCount = double.IsNaN(value) ? 0 : 1,
            };

    /// <summary>The moments of both together: Pébay (2008), equations 2.1 and 3.1, after Chan, Golub and LeVeque (1979).</summary>
    internal static CentralMoments Merge(in CentralMoments a, in CentralMoments b)
    {
        var (missing, infinite) = (a.MissingCount + b.MissingCount, a.InfiniteCount + b.InfiniteCount);
        if (a.Count == 0 || b.Count == 0)
        {
            return (b.Count == 0 ? a : b) with { MissingCount = missing, InfiniteCount = infinite };
        }

        double count = a.Count + b.Count;
        var (shareA, shareB) = (a.Count / count, b.Count / count);
        var delta = b.Mean - a.Mean + (b.MeanRemainder - a.MeanRemainder);
        var (mean, remainder) = double.IsFinite(delta)
            ? TwoSum(a.Mean, a.MeanRemainder + (delta * shareB))
            : ((a.Mean * shareA) + (b.Mean * shareB), 0);
        var weight = a.Count * shareB;
        var delta2 = delta * delta;
        return new CentralMoments
        {
            Count = a.Count + b.Count,
            MissingCount = missing,
            InfiniteCount = infinite,
            Mean = mean,
            MeanRemainder = remainder,
            M2 = a.M2 + b.M2 + (delta2 * weight),
            M3 =
                a.M3
                + b.M3
                + (delta2 * delta * weight * (shareA - shareB))
                + (3 * delta * ((shareA * b.M2) - (shareB * a.M2))),
            M4 =
                a.M4
                + b.M4
                + (delta2 * delta2 * weight * ((shareA * shareA) - (shareA * shareB) + (shareB * shareB)))
                + (6 * delta2 * ((shareA * shareA * b.M2) + (shareB * shareB * a.M2)))
                + (4 * delta * ((shareA * b.M3) - (shareB * a.M3))),
            Minimum = Math.Min(a.Minimum, b.Minimum),
            Maximum = Math.Max(a.Maximum, b.Maximum),
        };
    }

    /// <summary>The rounded sum and its rounding error (Knuth).</summary>
    internal static (double Sum, double Error) TwoSum(double a, double b)
    {
        var sum = a + b;
        var ofB = sum - a;
        return (sum, a - (sum - ofB) + (b - ofB));
    }
}
