using System.Globalization;

namespace Mlops.Statistics.TwoSample;

/// <summary>A sorted copy of the values of positive weight, with their weights.</summary>
internal sealed class WeightedPoints
{
    internal WeightedPoints(CountedValues sample)
    {
        foreach (var count in sample.Counts)
        {
            Count += count > 0 ? 1 : 0;
        }

        Values = new double[Count];
        Weights = new double[Count];
        for (int i = 0, kept = 0; i < sample.Counts.Length; i++)
        {
            if (sample.Counts[i] > 0)
            {
                Values[kept] = sample.Values[i];
                Weights[kept++] = sample.Counts[i];
            }
        }
    }

    internal WeightedPoints(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        string valuesName,
        string weightsName
    )
    {
        SampleChecks.ThrowIfNaN(values, valuesName);
        if (weights.Length != values.Length)
        {
            throw new ArgumentException(
                $"'{weightsName}' has {weights.Length} weights for {values.Length} values; it must have as many.",
                weightsName
            );
        }

        double largest = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0) || double.IsPositiveInfinity(weights[i]))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{weightsName}' has {weights[i]} at position {i}; weights must be finite and not negative."
                    ),
                    weightsName
                );
            }

            largest = Math.Max(largest, weights[i]);
            Count += weights[i] > 0 ? 1 : 0;
        }

        if (Count == 0 && weights.Length > 0)
        {
            throw new ArgumentException(
                $"'{weightsName}' sums to 0; at least one weight must be positive.",
                weightsName
            );
        }

        // Scaled where they are at the edge of the range of a double, so that no sum of them overflows.
        var divisor = largest is > 1e290 or < 1e-290 ? largest : 1;
        Values = new double[Count];
        Weights = new double[Count];
        for (int i = 0, kept = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                Values[kept] = values[i];
                Weights[kept++] = weights[i] / divisor;
            }
        }

        Array.Sort(Values, Weights);
    }

    internal double[] Values { get; }

    internal double[] Weights { get; }

    /// <summary>How many values have a positive weight.</summary>
    internal int Count { get; }
}
