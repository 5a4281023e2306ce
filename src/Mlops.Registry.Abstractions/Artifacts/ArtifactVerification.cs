namespace Mlops.Registry.Artifacts;

/// <summary>What a store has of a manifest, file by file.</summary>
/// <param name="Files">Each file of the manifest, in its order.</param>
public sealed record ArtifactVerification(IReadOnlyList<ArtifactFileResult> Files)
{
    /// <summary>Whether every file is there, byte for byte; a manifest without files is intact.</summary>
    public bool IsIntact => Files.All(file => file.Status == ArtifactFileStatus.Present);

    /// <inheritdoc/>
    public override string ToString()
    {
        if (IsIntact)
        {
            return FormattableString.Invariant($"{Files.Count} files, all as they were stored");
        }

        var faults = Files.Where(file => file.Status != ArtifactFileStatus.Present).ToArray();
        return FormattableString.Invariant(
            $"{faults.Length} of {Files.Count} files are not as they were stored: {string.Join("; ", faults.AsEnumerable())}"
        );
    }
}
