namespace Mlops.Registry.Artifacts;

/// <summary>How far a verification has come.</summary>
/// <param name="FilesDone">The files that were dealt with.</param>
/// <param name="FileCount">All files of the manifest.</param>
/// <param name="BytesDone">The bytes of the files that were dealt with, as the manifest has them.</param>
/// <param name="ByteCount">The bytes of all files.</param>
public readonly record struct ArtifactProgress(int FilesDone, int FileCount, long BytesDone, long ByteCount);
