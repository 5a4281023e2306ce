using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Normality;

/// <summary>Shapiro and Wilk's test of normality, the most powerful against most alternatives, for 3 to 5,000 values.</summary>
/// <remarks>
/// Null: the values are independent and normal. Alternative: they are not. W in (0,1] is the squared correlation, nearly, of the ordered values with what a normal
/// distribution makes expect of them; small values speak against it. Coefficients and p-value by Royston (1995), "Remark AS R94": approximations found by simulation up to
/// 5,000 values, above which there is W and no p-value. Rounding that makes many ties lowers W. O(n) and the sorting.
/// </remarks>
public static class ShapiroWilk
{
    /// <summary>The most values for which the p-value is known.</summary>
    public const int MostValues = 5_000;

    private static ReadOnlySpan<double> Last => [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
    private static ReadOnlySpan<double> NextToLast => [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];

    /// <summary>Tests values.</summary>
    /// <param name="values">The values; no NaN. They stay as they are: a copy is sorted.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static NormalityResult Test(ReadOnlySpan<double> values, ComputeContext? context = null)
    {
        var moments = NormalitySample.Moments(values, nameof(values), context);
        var status = NormalitySample.Status(moments, 3);
        if (status != ResultStatus.Ok)
        {
            return NormalityResult.None(status, values.Length);
        }

        using var copy = new PooledSortedCopy(values, context);
        var weights = Weights(values.Length);
        var gap = Gap(copy.Values, weights, moments.Mean);
        return values.Length > MostValues
            ? NormalityResult.None(ResultStatus.Undefined, values.Length, 1 - gap)
            : NormalityResult.Of(1 - gap, PValue(gap, values.Length), values.Length);
    }

    /// <summary>The weights of the upper half, the largest value's first.</summary>
    private static double[] Weights(int n)
    {
        var half = n / 2;
        var weights = new double[half];
        if (n == 3)
        {
            weights[0] = Math.Sqrt(0.5);
            return weights;
        }

        var sum = 0.0;
        for (var i = 0; i < half; i++)
        {
            weights[i] = -Normal.Quantile((i + 1 - 0.375) / (n + 0.25));
            sum += 2 * weights[i] * weights[i];
        }

        double root = Math.Sqrt(sum),
            small = 1 / Math.Sqrt(n),
            first = Polynomial(Last, small) + (weights[0] / root);
        if (n <= 5)
        {
            var scale = Math.Sqrt((sum - (2 * weights[0] * weights[0])) / (1 - (2 * first * first)));
            Divide(weights.AsSpan(1), scale);
        }
        else
        {
            var second = Polynomial(NextToLast, small) + (weights[1] / root);
            var scale = Math.Sqrt(
                (sum - (2 * weights[0] * weights[0]) - (2 * weights[1] * weights[1]))
                    / (1 - (2 * first * first) - (2 * second * second))
            );
            Divide(weights.AsSpan(2), scale);
            weights[1] = second;
        }

        weights[0] = first;
        return weights;
    }

    /// <summary>1 - W, without cancellation.</summary>
    private static double Gap(ReadOnlySpan<double> sorted, double[] weights, double mean)
    {
        // Relative to the range, nothing overflows.
        var range = (0.5 * sorted[^1]) - (0.5 * sorted[0]);
        CompensatedSum ofWeights = default,
            ofValues = default,
            products = default;
        foreach (var value in sorted)
        {
            var deviation = (value - mean) / range;
            ofValues.Add(deviation * deviation);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            ofWeights.Add(2 * weights[i] * weights[i]);
            products.Add(weights[i] * ((sorted[^(i + 1)] - sorted[i]) / range));
        }

        var root = Math.Sqrt(ofWeights.Value * ofValues.Value);
        return Math.Max(0, (root - products.Value) * (root + products.Value) / (root * root));
    }

    private static double PValue(double gap, int n)
    {
        if (n == 3)
        {
            return 6 / Math.PI * (Math.Asin(Math.Sqrt(Math.Max(0, 1 - gap))) - (Math.PI / 3));
        }

        double y = Math.Log(gap),
            x = Math.Log(n);
        if (n > 11)
        {
            var mean = Polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], x);
            return Normal.Survival((y - mean) / Math.Exp(Polynomial([-0.4803, -0.082676, 0.0030302], x)));
        }

        var bound = -2.273 + (0.459 * n);
        if (y >= bound)
        {
            return 0;
        }

        var center = Polynomial([0.5440, -0.39978, 0.025054, -6.714e-4], n);
        var spread = Math.Exp(Polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
        return Normal.Survival((-Math.Log(bound - y) - center) / spread);
    }

    private static void Divide(Span<double> weights, double scale)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= scale;
        }
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            value = (value * x) + coefficients[i];
        }

        return value;
    }
}
