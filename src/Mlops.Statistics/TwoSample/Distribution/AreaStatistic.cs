using System.Runtime.CompilerServices;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Σ w |F_reference - F_current|^p over the gaps between pooled values, each with a weight that no permutation changes.</summary>
/// <param name="weights">The weight of the gap after each value but the last.</param>
/// <param name="referenceCount">n.</param>
/// <param name="currentCount">m.</param>
/// <param name="power">p, positive.</param>
internal readonly struct AreaStatistic(double[] weights, int referenceCount, int currentCount, double power)
    : ILabelStatistic
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Of(ReadOnlySpan<byte> labels)
    {
        double product = (double)referenceCount * currentCount,
            sum = 0;
        long total = (long)referenceCount + currentCount,
            height = 0;
        if (power == 1)
        {
            for (var k = 0; k < weights.Length; k++)
            {
                height += currentCount - (total * labels[k]);
                sum += weights[k] * Math.Abs(height);
            }

            return sum / product;
        }

        if (power == 2)
        {
            for (var k = 0; k < weights.Length; k++)
            {
                height += currentCount - (total * labels[k]);
                var difference = height / product;
                sum += weights[k] * (difference * difference);
            }

            return sum;
        }

        for (var k = 0; k < weights.Length; k++)
        {
            height += currentCount - (total * labels[k]);
            if (weights[k] > 0)
            {
                sum += weights[k] * Math.Pow(Math.Abs(height) / product, power);
            }
        }

        return sum;
    }
}
