using Mlops.Registry.Artifacts;

namespace Mlops.Registry.Models;

/// <summary>What a version is: fixed when it is registered, and bound by its digest to every approval.</summary>
public sealed record VersionDefinition
{
    /// <summary>What distinguishes this version.</summary>
    public string Description { get; init; } = "";

    /// <summary>The files of the model by SHA-256; empty while they are not known.</summary>
    public required ArtifactManifest Artifacts { get; init; }

    /// <summary>What goes in and what comes out.</summary>
    public ModelSignature? Signature { get; init; }

    /// <summary>What it was made from.</summary>
    public Lineage Lineage { get; init; } = new();

    /// <summary>The run that made it, by id.</summary>
    public string? Run { get; init; }

    /// <summary>Free marks, fixed with the version.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
