namespace Mlops.Registry.Transparency;

/// <summary>Where a log's signed checkpoints go, so that they outlive the log: another disk, another account, another firm.</summary>
/// <remarks>What keeps them must not be writable by whoever can write the store, or it proves nothing.</remarks>
public interface ICheckpointSink
{
    /// <summary>Keeps a checkpoint for good.</summary>
    /// <param name="checkpoint">The note; when this returns it is safe.</param>
    /// <param name="cancellationToken">Stops the publishing.</param>
    /// <exception cref="CheckpointConflictException">Another checkpoint of that size is kept already, with another text.</exception>
    ValueTask PublishAsync(SignedNote checkpoint, CancellationToken cancellationToken = default);
}
