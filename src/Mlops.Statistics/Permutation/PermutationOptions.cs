namespace Mlops.Statistics.Permutation;

/// <summary>How a permutation test draws. Immutable, with value equality.</summary>
/// <remarks>All of it changes the answer, and nothing else does: replicate r is stream r of the seed on any machine, with any number of threads.</remarks>
public sealed record PermutationOptions
{
    /// <summary>The most replicates that a test takes.</summary>
    public const int MostReplicates = 10_000_000;

    private readonly int _replicates = 999;
    private readonly int? _stopAfter;

    internal static PermutationOptions Default { get; } = new();

    /// <summary>How many replicates are drawn, at the most where the test may stop early.</summary>
    /// <value>The default is 999: the least p-value is then 0.001.</value>
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

    /// <summary>
    /// The number of replicates at least as extreme as the data after which drawing stops (Besag and Clifford 1991);
    /// <see langword="null"/> to draw them all.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    /// <remarks>
    /// Looked at after 64, 128, 256, … replicates, so that the answer does not depend on threads. Only large p-values, which
    /// need few digits, come from few replicates.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? StopAfter
    {
        get => _stopAfter;
        init =>
            _stopAfter = value is null or >= 1
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(StopAfter),
                    value,
                    $"{nameof(StopAfter)} must be at least 1."
                );
    }

    /// <summary>The seed of all replicates.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }
}
