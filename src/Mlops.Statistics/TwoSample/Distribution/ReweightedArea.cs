using System.Runtime.CompilerServices;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Adds up |F_reference - F_current|^p over (2 H (1 - H) / N)^(p/2), times the gap to the next value.</summary>
internal struct ReweightedArea(long n, long m, double power, double scale) : ISortedMergeVisitor
{
    internal CompensatedSum Sum;

    /// <summary>What the differences are divided by where so many of all values have been taken: their deviation at equal sizes, but for a factor.</summary>
    internal static double Deviation(long taken, long count)
    {
        double total = count;
        return Math.Sqrt(2 * (taken / total) * ((total - taken) / total) / total);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit(double value, double next, long first, long second)
    {
        var height = Math.Abs((first * m) - (second * n)) / ((double)n * m);
        var ratio = height / Deviation(first + second, n + m);
        Sum.Add((power == 1 ? ratio : Math.Pow(ratio, power)) * ((next * scale) - (value * scale)));
    }
}
