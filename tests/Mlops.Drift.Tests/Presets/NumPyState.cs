using Mlops.Drift.Presets.NumPy;

namespace Mlops.Drift.Tests.Presets;

/// <summary><c>numpy.random.RandomState</c>: the peers' tests draw their samples from it, so they are drawn again here instead of being stored.</summary>
internal sealed class NumPyState(uint seed)
{
    private readonly NumPyRandom _random = new(seed);
    private double? _kept;

    /// <summary><c>normal(mean, deviation, size)</c>, by the polar method.</summary>
    public double[] Normal(double mean, double deviation, int size)
    {
        var values = new double[size];
        for (var i = 0; i < size; i++)
        {
            values[i] = mean + (deviation * Gauss());
        }

        return values;
    }

    /// <summary><c>choice(values, size)</c> with replacement.</summary>
    public T[] Choice<T>(T[] values, int size)
    {
        var drawn = new T[size];
        for (var i = 0; i < size; i++)
        {
            drawn[i] = values[_random.NextUpTo(values.Length - 1)];
        }

        return drawn;
    }

    private double Gauss()
    {
        if (_kept is { } kept)
        {
            _kept = null;
            return kept;
        }

        double x,
            y,
            square;
        do
        {
            x = (2.0 * Uniform()) - 1.0;
            y = (2.0 * Uniform()) - 1.0;
            square = (x * x) + (y * y);
        } while (square is >= 1.0 or 0.0);

        var factor = Math.Sqrt(-2.0 * Math.Log(square) / square);
        _kept = factor * x;
        return factor * y;
    }

    private double Uniform()
    {
        var high = _random.NextUInt32() >> 5;
        var low = _random.NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }
}
