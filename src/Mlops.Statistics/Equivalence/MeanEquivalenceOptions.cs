using System.Globalization;
using Mlops.Statistics.Intervals;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Equivalence;

/// <summary>What difference of two means is too small to matter. Immutable, with value equality.</summary>
public sealed record MeanEquivalenceOptions
{
    private readonly MeanEquivalenceScale _scale;
    private readonly TTestVariances _variances;
    private readonly double _significanceLevel = 0.05;

    /// <summary>Takes bounds on either side of 0.</summary>
    /// <param name="lowerBound">The least difference that does not matter, finite.</param>
    /// <param name="upperBound">The greatest, finite and above it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or they are not in this order.</exception>
    public MeanEquivalenceOptions(double lowerBound, double upperBound)
    {
        if (!double.IsFinite(lowerBound))
        {
            throw new ArgumentOutOfRangeException(nameof(lowerBound), lowerBound, "A bound must be finite.");
        }

        if (!double.IsFinite(upperBound) || !(upperBound > lowerBound))
        {
            throw new ArgumentOutOfRangeException(
                nameof(upperBound),
                upperBound,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The upper bound must be finite and above the lower one, {lowerBound}."
                )
            );
        }

        LowerBound = lowerBound;
        UpperBound = upperBound;
    }

    /// <summary>The least difference, current less reference, that does not matter, on <see cref="Scale"/>.</summary>
    public double LowerBound { get; }

    /// <summary>The greatest difference that does not matter, on <see cref="Scale"/>.</summary>
    public double UpperBound { get; }

    /// <summary>The unit of the bounds.</summary>
    /// <value>The default is <see cref="MeanEquivalenceScale.Raw"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public MeanEquivalenceScale Scale
    {
        get => _scale;
        init => _scale = SampleChecks.Defined(value, nameof(Scale));
    }

    /// <summary>What is supposed of the variances on the raw scale; a standardised difference always supposes them equal.</summary>
    /// <value>The default is <see cref="TTestVariances.Unequal"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TTestVariances Variances
    {
        get => _variances;
        init => _variances = SampleChecks.Defined(value, nameof(Variances));
    }

    /// <summary>The probability of calling means equivalent that differ by a bound or more, in (0, 1/2].</summary>
    /// <value>The default is 0.05.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0, 1/2].</exception>
    public double SignificanceLevel
    {
        get => _significanceLevel;
        init => _significanceLevel = OneSided(value, nameof(SignificanceLevel));
    }

    internal static double OneSided(double value, string name) =>
        Level.Checked(value, name) <= 0.5
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in (0, 1/2].");
}
