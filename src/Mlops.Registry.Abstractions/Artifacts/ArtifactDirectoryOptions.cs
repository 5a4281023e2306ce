namespace Mlops.Registry.Artifacts;

/// <summary>How a folder becomes a manifest.</summary>
public sealed record ArtifactDirectoryOptions
{
    /// <summary>What is done with symbolic links.</summary>
    /// <value><see cref="SymbolicLinkHandling.Refuse"/> by default, as in OpenSSF model signing.</value>
    public SymbolicLinkHandling SymbolicLinks { get; init; } = SymbolicLinkHandling.Refuse;

    /// <summary>Files and folders to leave out, as relative paths with <c>/</c>; a folder goes with all that is in it.</summary>
    /// <value>None by default. Whoever signs a folder into itself leaves out the signature here.</value>
    public IReadOnlyList<string> IgnoredPaths { get; init; } = [];
}
