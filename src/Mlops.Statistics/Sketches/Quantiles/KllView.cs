using System.Numerics;
using Mlops.Statistics.Quantiles;

namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>The items of a sketch in order, equal ones in one, with how many values each and all up to it stand for.</summary>
internal sealed class KllView<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _values;
    private readonly long[] _cumulative;

    internal KllView(KllLevels<T> levels)
    {
        var values = levels[0].ToArray();
        KllScalar<T>.Sort(values);
        var weights = new long[values.Length];
        weights.AsSpan().Fill(1);
        for (var level = 1; level < levels.Height; level++)
        {
            (values, weights) = Merge(values, weights, levels[level], 1L << level);
        }

        var distinct = Join(values, weights);
        (_values, _cumulative) = (values[..distinct], weights[..distinct]);
    }

    internal long Count => _cumulative.Length == 0 ? 0 : _cumulative[^1];

    internal (T[] Values, long[] Weights) ToWeighted()
    {
        var weights = (long[])_cumulative.Clone();
        for (var i = weights.Length - 1; i > 0; i--)
        {
            weights[i] -= weights[i - 1];
        }

        return ((T[])_values.Clone(), weights);
    }

    /// <summary>The quantile of type 1; of no values NaN, of the first and the last rank the exact one.</summary>
    internal T Quantile(double probability, T minimum, T maximum)
    {
        if (_values.Length == 0)
        {
            return T.NaN;
        }

        var rank = EmpiricalQuantile.Rank(Count, probability);
        if (rank == 1 || rank == Count)
        {
            return rank == 1 ? minimum : maximum;
        }

        var position = _cumulative.AsSpan().BinarySearch(rank);
        return _values[position < 0 ? ~position : position];
    }

    /// <summary>How many values are at most this one.</summary>
    internal long CumulativeCount(T value)
    {
        var position = _values.AsSpan().BinarySearch(value);
        position = position < 0 ? ~position - 1 : position;
        return position < 0 ? 0 : _cumulative[position];
    }

    private static (T[] Values, long[] Weights) Merge(T[] values, long[] weights, ReadOnlySpan<T> level, long weight)
    {
        var (merged, mergedWeights) = (new T[values.Length + level.Length], new long[values.Length + level.Length]);
        var (i, j) = (0, 0);
        for (var k = 0; k < merged.Length; k++)
        {
            var takesOld = j == level.Length || (i < values.Length && values[i] <= level[j]);
            merged[k] = takesOld ? values[i] : level[j];
            mergedWeights[k] = takesOld ? weights[i] : weight;
            i += takesOld ? 1 : 0;
            j += takesOld ? 0 : 1;
        }

        return (merged, mergedWeights);
    }

    /// <summary>Joins equal values and makes their weights cumulative.</summary>
    /// <returns>How many distinct values there are.</returns>
    private static int Join(T[] values, long[] weights)
    {
        var (distinct, sum) = (0, 0L);
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i];
            if (distinct == 0 || values[i] != values[distinct - 1])
            {
                values[distinct++] = values[i];
            }

            weights[distinct - 1] = sum;
        }

        return distinct;
    }
}
