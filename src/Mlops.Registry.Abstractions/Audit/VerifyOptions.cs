using Mlops.Registry.Transparency;

namespace Mlops.Registry.Audit;

/// <summary>What a log is held against.</summary>
public sealed record VerifyOptions
{
    /// <summary>Checkpoints from outside the store; without one, an older state put in place can't be excluded.</summary>
    public IReadOnlyList<SignedNote> Checkpoints { get; init; } = [];

    /// <summary>The keys whose signatures count.</summary>
    public IReadOnlyList<INoteVerifier> Keys { get; init; } = [];

    /// <summary>Whether the records are held against the digests in the log too.</summary>
    public bool Records { get; init; } = true;
}
