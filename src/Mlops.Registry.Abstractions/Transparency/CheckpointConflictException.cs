namespace Mlops.Registry.Transparency;

/// <summary>A checkpoint contradicts one that is kept: the log has two histories.</summary>
/// <param name="message">Which checkpoints, and where the kept one is.</param>
public sealed class CheckpointConflictException(string message) : Exception(message);
