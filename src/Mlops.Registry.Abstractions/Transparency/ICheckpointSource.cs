namespace Mlops.Registry.Transparency;

/// <summary>Where a log's signed checkpoints come from when the log is verified.</summary>
public interface ICheckpointSource
{
    /// <summary>Reads all checkpoints that are kept, in any order.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<SignedNote> ReadAsync(CancellationToken cancellationToken = default);
}
