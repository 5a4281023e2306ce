using Mlops.Statistics.Distributions;
using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.Equivalence;

/// <summary>A changed normal variable, as the deciles of the unchanged one see it.</summary>
internal static class NormalDeciles
{
    /// <summary>Beyond 30 deviations the shares are 0 and 1 to the last digit.</summary>
    public const double LargestShift = 30;

    private const int Count = 10;

    /// <summary>The Jensen-Shannon distance, base 2, of the unchanged from the shifted and scaled variable.</summary>
    public static double Distance(double shift, double scale)
    {
        Span<double> reference = stackalloc double[Count],
            current = stackalloc double[Count];
        Shares(shift, scale, reference, current);
        return JensenShannon.Distance(reference, current);
    }

    /// <summary>The population stability index of a shift, without a floor.</summary>
    public static double StabilityIndex(double shift)
    {
        Span<double> reference = stackalloc double[Count],
            current = stackalloc double[Count];
        Shares(shift, 1, reference, current);
        return PopulationStabilityIndex.Index(reference, current, floor: 0);
    }

    /// <summary>The argument in [low, high] at which a rising function has the value; infinity if it does not reach it.</summary>
    public static double Solve(Func<double, double> rising, double value, double low, double high)
    {
        if (rising(high) < value)
        {
            return double.PositiveInfinity;
        }

        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return high;
            }

            if (rising(middle) < value)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    private static void Shares(double shift, double scale, Span<double> reference, Span<double> current)
    {
        reference.Fill(1.0 / Count);
        if (double.IsPositiveInfinity(shift))
        {
            current[^1] = 1;
            return;
        }

        double below = 0;
        for (var k = 0; k < Count; k++)
        {
            var edge = k == Count - 1 ? double.PositiveInfinity : Normal.Quantile((k + 1.0) / Count);
            var upTo = Normal.Cdf((edge - shift) / scale);
            current[k] = upTo - below;
            below = upTo;
        }
    }
}
