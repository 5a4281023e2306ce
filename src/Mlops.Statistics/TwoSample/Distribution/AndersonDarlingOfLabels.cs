using System.Runtime.CompilerServices;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Anderson-Darling statistic A² of k samples as a function of which pooled value belongs to which sample.</summary>
internal readonly struct AndersonDarlingOfLabels(long[] ends, long[] sizes, bool isMidrank) : ILabelStatistic
{
    /// <param name="labels">For each pooled value in order, the number of its sample.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Of(ReadOnlySpan<byte> labels)
    {
        Span<long> below = stackalloc long[sizes.Length];
        Span<long> inside = stackalloc long[sizes.Length];
        below.Clear();
        long begin = 0,
            total = labels.Length;
        double sum = 0;
        foreach (var end in ends)
        {
            inside.Clear();
            foreach (var label in labels[(int)begin..(int)end])
            {
                inside[label]++;
            }

            double squares = 0;
            for (var sample = 0; sample < sizes.Length; sample++)
            {
                // Twice N M - B n at the middle of the jump, or once at its end. The products may wrap; their difference does not.
                var height = isMidrank
                    ? 0.5 * ((total * ((2 * below[sample]) + inside[sample])) - ((begin + end) * sizes[sample]))
                    : (total * (below[sample] + inside[sample])) - (end * sizes[sample]);
                squares += height * height / sizes[sample];
                below[sample] += inside[sample];
            }

            sum += AndersonDarlingWeight.Of(begin, end, total, isMidrank) * squares;
            begin = end;
        }

        var value = sum / total;
        return isMidrank ? value * (total - 1) / total : value;
    }
}
