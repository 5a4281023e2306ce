namespace Mlops.Drift.Attribution;

/// <summary>What changes the verdict on attributions. Immutable, with value equality.</summary>
public sealed record AttributionDriftOptions
{
    private readonly double _threshold = 0.90;
    private readonly double _confidenceLevel = 0.90;
    private readonly int _replicates = 1000;
    private readonly int _minimumRows = 30;

    internal static AttributionDriftOptions Default { get; } = new();

    /// <summary>The least agreement of the two rankings that is tolerated, as NDCG, in (0,1).</summary>
    /// <value>The default is 0.90, below which Amazon SageMaker Model Monitor alerts too.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double Threshold
    {
        get => _threshold;
        init => _threshold = InUnit(value, nameof(Threshold));
    }

    /// <summary>The two-sided level of the intervals, in (0,1).</summary>
    /// <value>The default is 0.90: each end is a one-sided answer at 0.05.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double ConfidenceLevel
    {
        get => _confidenceLevel;
        init => _confidenceLevel = InUnit(value, nameof(ConfidenceLevel));
    }

    /// <summary>How many times the rows are drawn anew, at least 100.</summary>
    /// <value>The default is 1,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 100.</exception>
    public int Replicates
    {
        get => _replicates;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 100);
            _replicates = value;
        }
    }

    /// <summary>The rows that each side needs before anything is told, at least 2.</summary>
    /// <value>The default is 30.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 2.</exception>
    public int MinimumRows
    {
        get => _minimumRows;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            _minimumRows = value;
        }
    }

    /// <summary>The seed of the draws.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }

    private static double InUnit(double value, string name) =>
        value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in (0,1).");
}
