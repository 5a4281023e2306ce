namespace Mlops.Registry.Models;

/// <summary>A version to be registered.</summary>
/// <param name="Model">The model; it must be there.</param>
/// <param name="Definition">What the version is.</param>
public sealed record VersionRegistration(string Model, VersionDefinition Definition)
{
    /// <summary>Whether it stays a draft, whose definition may still change.</summary>
    public bool AsDraft { get; init; }

    /// <summary>Who else had a hand in it: they can't approve it either.</summary>
    public IReadOnlyList<string> Contributors { get; init; } = [];

    /// <summary>For a version that has been in use before it was registered: since when.</summary>
    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>Why it is registered, or registered only now.</summary>
    public string? Reason { get; init; }
}
