using System.Runtime.CompilerServices;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The mean distance, to a power, between equal quantiles of the two sides of a pooled sample.</summary>
/// <param name="values">All values, ascending.</param>
/// <param name="referenceCount">n.</param>
/// <param name="currentCount">m.</param>
/// <param name="order">The power; positive infinity for the largest distance.</param>
internal readonly struct CouplingStatistic(double[] values, int referenceCount, int currentCount, double order)
    : ILabelStatistic
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Of(ReadOnlySpan<byte> labels)
    {
        int first = NextOf(labels, 0, 0),
            second = NextOf(labels, 0, 1);
        long i = 1,
            j = 1,
            at = 0;
        double sum = 0,
            largest = 0,
            product = (double)referenceCount * currentCount;
        while (i <= referenceCount && j <= currentCount)
        {
            long referenceEnd = i * currentCount,
                currentEnd = j * referenceCount,
                next = Math.Min(referenceEnd, currentEnd);
            var distance = Math.Abs(values[first] - values[second]);
            largest = Math.Max(largest, distance);
            sum += (next - at) / product * (order == 2 ? distance * distance : Math.Pow(distance, order));
            at = next;
            if (next == referenceEnd)
            {
                i++;
                first = NextOf(labels, first + 1, 0);
            }

            if (next == currentEnd)
            {
                j++;
                second = NextOf(labels, second + 1, 1);
            }
        }

        return double.IsPositiveInfinity(order) ? largest : Math.Pow(sum, 1 / order);
    }

    private static int NextOf(ReadOnlySpan<byte> labels, int from, byte side)
    {
        while (from < labels.Length && labels[from] != side)
        {
            from++;
        }

        return from;
    }
}
