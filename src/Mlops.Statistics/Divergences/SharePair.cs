using System.Buffers;

namespace Mlops.Statistics.Divergences;

/// <summary>Two sets of weights over the same bins, checked and normalised to shares that sum to 1.</summary>
/// <remarks>Lives on a rented buffer: dispose of it. Equal proportions of counts become exactly equal shares.</remarks>
internal readonly ref struct SharePair : IDisposable
{
    private readonly double[] _buffer;
    private readonly int _length;

    private SharePair(int length)
    {
        _buffer = ArrayPool<double>.Shared.Rent(2 * length);
        _length = length;
    }

    public ReadOnlySpan<double> First => _buffer.AsSpan(0, _length);

    public ReadOnlySpan<double> Second => _buffer.AsSpan(_length, _length);

    public static SharePair From(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        string firstName,
        string secondName
    )
    {
        BinCounts.CheckSameBins(first.Length, second.Length, firstName, secondName);
        var firstScale = Scale(first, firstName);
        var secondScale = Scale(second, secondName);
        var pair = new SharePair(first.Length);
        Normalize(first, firstScale, pair._buffer.AsSpan(0, pair._length));
        Normalize(second, secondScale, pair._buffer.AsSpan(pair._length, pair._length));
        return pair;
    }

    public static SharePair From(
        ReadOnlySpan<long> first,
        ReadOnlySpan<long> second,
        string firstName,
        string secondName
    )
    {
        BinCounts.CheckSameBins(first.Length, second.Length, firstName, secondName);
        var firstTotal = BinCounts.PositiveTotal(first, firstName);
        var secondTotal = BinCounts.PositiveTotal(second, secondName);
        var pair = new SharePair(first.Length);
        Divide(first, firstTotal, pair._buffer.AsSpan(0, pair._length));
        Divide(second, secondTotal, pair._buffer.AsSpan(pair._length, pair._length));
        return pair;
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(_buffer);

    /// <summary>Checks the weights and gives their largest, so that no sum of them overflows.</summary>
    private static double Scale(ReadOnlySpan<double> weights, string name)
    {
        double largest = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = weights[i];
            if (!(weight >= 0) || double.IsPositiveInfinity(weight))
            {
                throw new ArgumentException(
                    $"'{name}' has the weight {weight.ToString(System.Globalization.CultureInfo.InvariantCulture)} at position {i}; weights must be finite and not negative.",
                    name
                );
            }

            largest = Math.Max(largest, weight);
        }

        return largest > 0
            ? largest
            : throw new ArgumentException($"'{name}' sums to 0; at least one weight must be positive.", name);
    }

    private static void Normalize(ReadOnlySpan<double> weights, double scale, Span<double> shares)
    {
        // Only weights at the edge of the range of double are scaled: dividing twice would cost a digit for nothing.
        var divisor = scale is > 1e290 or < 1e-290 ? scale : 1;
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            shares[i] = weights[i] / divisor;
            sum += shares[i];
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }
    }

    private static void Divide(ReadOnlySpan<long> counts, long total, Span<double> shares)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            shares[i] = (double)counts[i] / total;
        }
    }
}
