namespace Mlops.Registry.Artifacts;

/// <summary>P</summary>
public sealed record ArtifactManifest(string P);
