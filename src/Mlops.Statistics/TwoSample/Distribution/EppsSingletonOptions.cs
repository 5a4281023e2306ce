using System.Collections.Immutable;
using System.Globalization;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>What an Epps-Singleton test asks. Immutable, with value equality.</summary>
public sealed record EppsSingletonOptions
{
    /// <summary>The most points that may be asked for: the work grows with the square of their number.</summary>
    public const int MostPoints = 64;

    private readonly ImmutableArray<double> _points = [0.4, 0.8];

    internal static EppsSingletonOptions Default { get; } = new();

    /// <summary>
    /// t, where the characteristic functions are compared, in units of 1 / (half the pooled interquartile range): positive and finite,
    /// from 1 to <see cref="MostPoints"/> of them.
    /// </summary>
    /// <value>The default is 0.4 and 0.8, as Epps and Singleton recommend.</value>
    /// <exception cref="ArgumentException">There are none, or too many.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive and finite.</exception>
    public ImmutableArray<double> Points
    {
        get => _points;
        init
        {
            if (value.IsDefaultOrEmpty || value.Length > MostPoints)
            {
                throw new ArgumentException(
                    $"{nameof(Points)} must have from 1 to {MostPoints} points; it has {(value.IsDefault ? 0 : value.Length)}.",
                    nameof(Points)
                );
            }

            for (var i = 0; i < value.Length; i++)
            {
                if (!(value[i] > 0) || double.IsPositiveInfinity(value[i]))
                {
                    throw new ArgumentOutOfRangeException(
                        nameof(Points),
                        value[i],
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{nameof(Points)} has {value[i]} at position {i}; points must be positive and finite."
                        )
                    );
                }
            }

            _points = value;
        }
    }

    /// <summary>Whether the points are the same ones in the same order.</summary>
    /// <param name="other">The other options.</param>
    public bool Equals(EppsSingletonOptions? other) =>
        other is not null && _points.AsSpan().SequenceEqual(other._points.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var point in _points)
        {
            hash.Add(point);
        }

        return hash.ToHashCode();
    }
}
