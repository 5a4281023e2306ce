namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>What Levene's test takes the deviations from. Immutable, with value equality.</summary>
public sealed record LeveneOptions
{
    private readonly LeveneCenter _center;
    private readonly double _trimmedShare = 0.1;

    internal static LeveneOptions Default { get; } = new();

    /// <summary>The centre of each sample.</summary>
    /// <value>The default is <see cref="LeveneCenter.Median"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public LeveneCenter Center
    {
        get => _center;
        init => _center = SampleChecks.Defined(value, nameof(Center));
    }

    /// <summary>For <see cref="LeveneCenter.TrimmedMean"/>: the share of the values cut from each end before their mean is taken, in [0, 1/2).</summary>
    /// <value>The default is 0.1, as in Brown and Forsythe (1974).</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1/2).</exception>
    public double TrimmedShare
    {
        get => _trimmedShare;
        init =>
            _trimmedShare = value is >= 0 and < 0.5
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(TrimmedShare),
                    value,
                    $"{nameof(TrimmedShare)} must lie in [0, 1/2)."
                );
    }
}
