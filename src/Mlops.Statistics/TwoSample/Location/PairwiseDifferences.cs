using System.Runtime.CompilerServices;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>All differences of a value of one sorted sample and a value of another, in order, without forming them all.</summary>
internal readonly ref struct PairwiseDifferences
{
    private readonly ReadOnlySpan<double> _reference;
    private readonly ReadOnlySpan<double> _current;
    private readonly CancellationToken _token;

    internal PairwiseDifferences(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, CancellationToken token)
    {
        _reference = reference;
        _current = current;
        _token = token;
    }

    private long Count => (long)_reference.Length * _current.Length;

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    internal double Median()
    {
        var lower = Smallest((Count + 1) / 2);
        if (Count % 2 != 0 || CountUpTo(lower) > Count / 2)
        {
            return lower;
        }

        return (0.5 * lower) + (0.5 * LeastAbove(lower));
    }

    /// <summary>The k-th smallest, from 1: the least double that so many differences do not exceed.</summary>
    internal double Smallest(long k)
    {
        // Rounded differences rise with the current value and fall with the reference's: counting them is exact.
        long low = Key(_current[0] - _reference[^1]),
            high = Key(_current[^1] - _reference[0]);
        while (low < high)
        {
            _token.ThrowIfCancellationRequested();
            var middle = low + (long)((ulong)(high - low) / 2);
            if (CountUpTo(Value(middle)) >= k)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        // Not -0.0.
        return Value(low) + 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long CountUpTo(double value)
    {
        long count = 0;
        var j = 0;
        foreach (var x in _reference)
        {
            while (j < _current.Length && _current[j] - x <= value)
            {
                j++;
            }

            count += j;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double LeastAbove(double value)
    {
        var least = double.PositiveInfinity;
        var j = 0;
        foreach (var x in _reference)
        {
            while (j < _current.Length && _current[j] - x <= value)
            {
                j++;
            }

            if (j < _current.Length)
            {
                least = Math.Min(least, _current[j] - x);
            }
        }

        return least;
    }

    /// <summary>Doubles in the order of their keys.</summary>
    private static long Key(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    private static double Value(long key) => BitConverter.Int64BitsToDouble(key ^ ((key >> 63) & long.MaxValue));
}
