using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Series;

/// <summary>How windows are judged together. Immutable, with value equality.</summary>
public sealed record DriftSeriesOptions
{
    private readonly int _lastingCount = 2;
    private readonly int _lastingWindows = 3;
    private readonly double _falseDiscoveryRate = 0.05;

    internal static DriftSeriesOptions Default { get; } = new();

    /// <summary>In how many of <see cref="LastingWindows"/> windows, counted from the first, a column must have drifted before the drift counts as lasting; at least 1.</summary>
    /// <value>The default is 2.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int LastingCount
    {
        get => _lastingCount;
        init => _lastingCount = AtLeastOne(value, nameof(LastingCount));
    }

    /// <summary>The windows that are looked at, the first drifted one included; at least 1. A count that exceeds them is never reached.</summary>
    /// <value>The default is 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int LastingWindows
    {
        get => _lastingWindows;
        init => _lastingWindows = AtLeastOne(value, nameof(LastingWindows));
    }

    /// <summary>How p-values are adjusted for the number of windows and columns.</summary>
    /// <value>The default is Benjamini and Hochberg's.</value>
    public PValueAdjustmentMethod Adjustment { get; init; } = PValueAdjustmentMethod.BenjaminiHochberg;

    /// <summary>The false discovery rate over all windows and columns of a role, in (0,1); the family-wise error rate where <see cref="Adjustment"/> controls that.</summary>
    /// <value>The default is 0.05.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double FalseDiscoveryRate
    {
        get => _falseDiscoveryRate;
        init =>
            _falseDiscoveryRate = value is > 0 and < 1
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(FalseDiscoveryRate),
                    value,
                    "The rate must lie in (0,1)."
                );
    }

    private static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
