using System.Globalization;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Moments;

/// <summary>Mean and variance of values with importance weights.</summary>
internal static class WeightedMean
{
    internal static MeanSummary Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, string weightsName)
    {
        Check(values.Length, weights, weightsName);
        var largest = 0.0;
        var isInfinite = false;
        for (var i = 0; i < weights.Length; i++)
        {
            largest = Math.Max(largest, weights[i]);
            isInfinite |= weights[i] > 0 && double.IsInfinity(values[i]);
        }

        if (largest == 0 || isInfinite)
        {
            return MeanSummary.Make(isInfinite ? ResultStatus.Infinite : ResultStatus.Empty, double.NaN, double.NaN, 0, 0);
        }

        // Relative to the largest weight, nothing over- or underflows that matters.
        CompensatedSum total = default,
            squares = default,
            sum = default;
        var count = 0L;
        double origin = double.NaN,
            distinct = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
            {
                continue;
            }

            count++;
            origin = double.IsNaN(origin) ? values[i] : origin;
            distinct += values[i] == origin ? 0 : 1;
            var weight = weights[i] / largest;
            total.Add(weight);
            squares.Add(weight * weight);
            sum.Add(weight * (values[i] - origin));
        }

        var effective = total.Value * total.Value / squares.Value;
        if (distinct == 0)
        {
            return MeanSummary.Make(ResultStatus.Ok, origin, 0, count == 1 ? 1 : effective, count);
        }

        var shift = sum.Value / total.Value;
        CompensatedSum spread = default,
            rest = default;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                var weight = weights[i] / largest;
                var deviation = values[i] - origin - shift;
                spread.Add(weight * deviation * deviation);
                rest.Add(weight * deviation);
            }
        }

        var correction = rest.Value / total.Value;
        var variance = Math.Max(0, spread.Value - (correction * rest.Value)) / (total.Value - (squares.Value / total.Value));
        var isDefined = double.IsFinite(shift) && double.IsFinite(variance);
        return MeanSummary.Make(
            isDefined ? ResultStatus.Ok : ResultStatus.Undefined,
            origin + (shift + correction),
            variance,
            effective,
            count
        );
    }

    private static void Check(int length, ReadOnlySpan<double> weights, string name)
    {
        if (weights.Length != length)
        {
            throw new ArgumentException(
                $"'{name}' has {weights.Length} weights for {length} values; it must have as many.",
                name
            );
        }

        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0) || double.IsPositiveInfinity(weights[i]))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{name}' has {weights[i]} at position {i}; a weight must be finite and not negative."
                    ),
                    name
                );
            }
        }
    }
}
