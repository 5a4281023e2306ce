using Mlops.Serialization;

namespace Mlops.Registry.Signing;

/// <summary>What a signature says of a model.</summary>
/// <param name="Name">The model's name: that of its folder when it was signed.</param>
/// <param name="Root">The root over its files, as <see cref="Artifacts.ArtifactManifest.Root"/> has it.</param>
/// <param name="Files">The files, in the order of the root.</param>
/// <param name="IgnoredPaths">What was left out when it was signed, as the signer wrote it.</param>
/// <param name="AllowsSymbolicLinks">Whether links were read through when it was signed.</param>
public sealed record SignedModel(
    string Name,
    ContentDigest Root,
    IReadOnlyList<SignedFile> Files,
    IReadOnlyList<string> IgnoredPaths,
    bool AllowsSymbolicLinks
);
