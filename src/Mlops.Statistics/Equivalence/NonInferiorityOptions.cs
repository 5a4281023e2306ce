using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Equivalence;

/// <summary>How much worse is still acceptable. Immutable, with value equality.</summary>
public sealed record NonInferiorityOptions
{
    private readonly NonInferiorityDirection _direction;
    private readonly TTestVariances _variances;
    private readonly double _significanceLevel = 0.025;

    /// <summary>Takes the margin.</summary>
    /// <param name="margin">The loss that is no longer acceptable, in the values' unit; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive and finite.</exception>
    public NonInferiorityOptions(double margin)
    {
        if (!(margin > 0) || double.IsPositiveInfinity(margin))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin must be positive and finite.");
        }

        Margin = margin;
    }

    /// <summary>The loss that is no longer acceptable.</summary>
    public double Margin { get; }

    /// <summary>Which way is better.</summary>
    /// <value>The default is <see cref="NonInferiorityDirection.HigherIsBetter"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public NonInferiorityDirection Direction
    {
        get => _direction;
        init => _direction = SampleChecks.Defined(value, nameof(Direction));
    }

    /// <summary>What is supposed of the variances of two means.</summary>
    /// <value>The default is <see cref="TTestVariances.Unequal"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public TTestVariances Variances
    {
        get => _variances;
        init => _variances = SampleChecks.Defined(value, nameof(Variances));
    }

    /// <summary>The probability of accepting a loss of the margin or more, in (0, 1/2].</summary>
    /// <value>The default is 0.025, the convention for one-sided claims.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0, 1/2].</exception>
    public double SignificanceLevel
    {
        get => _significanceLevel;
        init => _significanceLevel = MeanEquivalenceOptions.OneSided(value, nameof(SignificanceLevel));
    }
}
