using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>How a bootstrap draws and what it makes of it. Immutable, with value equality.</summary>
/// <remarks>All of it changes the answer, and nothing else does: replicate r is stream r of the seed on any machine, with any number of threads.</remarks>
public sealed record BootstrapOptions
{
    /// <summary>The most replicates that are drawn.</summary>
    public const int MostReplicates = 10_000_000;

    private readonly int _replicates = 1_999;
    private readonly double _confidenceLevel = 0.95;
    private readonly BootstrapMethod _method;

    internal static BootstrapOptions Default { get; } = new();

    /// <summary>How many replicates are drawn.</summary>
    /// <value>The default is 1,999.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 10 to <see cref="MostReplicates"/>.</exception>
    public int Replicates
    {
        get => _replicates;
        init =>
            _replicates = value is >= 10 and <= MostReplicates
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(Replicates),
                    value,
                    $"{nameof(Replicates)} must be from 10 to {MostReplicates}."
                );
    }

    /// <summary>The interval's two-sided level, in (0,1).</summary>
    /// <value>The default is 0.95.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0,1).</exception>
    public double ConfidenceLevel
    {
        get => _confidenceLevel;
        init => _confidenceLevel = Level.Checked(value, nameof(ConfidenceLevel));
    }

    /// <summary>How the interval is made.</summary>
    /// <value>The default is <see cref="BootstrapMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public BootstrapMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>The seed of all replicates.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }
}
