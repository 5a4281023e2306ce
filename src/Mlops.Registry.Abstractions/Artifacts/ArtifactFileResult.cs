namespace Mlops.Registry.Artifacts;

/// <summary>What was found of one file.</summary>
/// <param name="File">The file, as the manifest has it.</param>
/// <param name="Status">How the store has it.</param>
public sealed record ArtifactFileResult(ArtifactFile File, ArtifactFileStatus Status)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File.Name}: {Status.ToString().ToLowerInvariant()}";
}
