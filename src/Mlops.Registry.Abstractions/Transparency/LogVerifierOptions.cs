namespace Mlops.Registry.Transparency;

/// <summary>What a log is verified against.</summary>
public sealed record LogVerifierOptions
{
    /// <summary>The most findings that are listed unless said otherwise.</summary>
    public const int DefaultMaxFindings = 100;

    /// <summary>The identity of the log, which its checkpoints must have.</summary>
    public required string Origin { get; init; }

    /// <summary>The keys whose checkpoints are trusted.</summary>
    /// <value>None by default, so that every checkpoint is a <see cref="LogFault.BadCheckpoint"/>.</value>
    public IReadOnlyList<INoteVerifier> Trusted { get; init; } = [];

    /// <summary>The number of entries that the store says the log has, or null where it says nothing.</summary>
    public long? HeadSize { get; init; }

    /// <summary>The root that the store says the log has, or null where it says nothing. Needs <see cref="HeadSize"/>.</summary>
    public MerkleHash? HeadRoot { get; init; }

    /// <summary>Which nodes must be stored.</summary>
    /// <value><see cref="StoredNodes.Optional"/> by default.</value>
    public StoredNodes Nodes { get; init; }

    /// <summary>The most findings that are listed; the others are counted.</summary>
    /// <value><see cref="DefaultMaxFindings"/> by default.</value>
    public int MaxFindings { get; init; } = DefaultMaxFindings;
}
