namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How the interval of a distance between distributions is found. Immutable, with value equality.</summary>
public sealed record DistanceIntervalOptions
{
    /// <summary>The most replicates that may be asked for.</summary>
    public const int MostReplicates = 1_000_000;

    /// <summary>The most cells that the pooled values are put into.</summary>
    public const int MostCells = 4_096;

    private readonly double _level = 0.90;
    private readonly int _replicates = 999;

    internal static DistanceIntervalOptions Default { get; } = new();

    /// <summary>The confidence level, in (0,1).</summary>
    /// <value>The default is 0.90, the level of the verdict's own interval.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double Level
    {
        get => _level;
        init =>
            _level = value is > 0 and < 1
                ? value
                : throw new ArgumentOutOfRangeException(nameof(Level), value, $"{nameof(Level)} must be in (0,1).");
    }

    /// <summary>How many replicates are drawn.</summary>
    /// <value>The default is 999.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to <see cref="MostReplicates"/>.</exception>
    public int Replicates
    {
        get => _replicates;
        init =>
            _replicates = value is >= 1 and <= MostReplicates
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(Replicates),
                    value,
                    $"{nameof(Replicates)} must be from 1 to {MostReplicates}."
                );
    }

    /// <summary>The seed of all replicates: replicate r is stream r.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }
}
