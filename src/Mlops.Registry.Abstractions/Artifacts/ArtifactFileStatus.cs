namespace Mlops.Registry.Artifacts;

/// <summary>How a store has a file of a manifest.</summary>
public enum ArtifactFileStatus
{
    /// <summary>It is there, byte for byte.</summary>
    Present = 1,

    /// <summary>It is not there.</summary>
    Missing = 2,

    /// <summary>Something else is there.</summary>
    Altered = 3,
}
