using System.Runtime.CompilerServices;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Checkpoints;

/// <summary>Keeps checkpoints while the process lives: for tests and notebooks.</summary>
/// <remarks>Safe for concurrent use. One note a size is kept, the first.</remarks>
public sealed class MemoryCheckpoints : ICheckpointSink, ICheckpointSource
{
    private readonly SortedDictionary<long, SignedNote> _bySize = [];
    private readonly Lock _oneAtATime = new();

    /// <inheritdoc/>
    /// <exception cref="FormatException">The note is not a checkpoint.</exception>
    public ValueTask PublishAsync(SignedNote checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        cancellationToken.ThrowIfCancellationRequested();
        var size = Checkpoint.Parse(checkpoint.Text).Size;
        lock (_oneAtATime)
        {
            if (!_bySize.TryAdd(size, checkpoint) && _bySize[size].Text != checkpoint.Text)
            {
                throw new CheckpointConflictException(
                    $"A checkpoint of size {size} is kept already, and it has another text: the log has two histories."
                );
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SignedNote> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        SignedNote[] kept;
        lock (_oneAtATime)
        {
            kept = [.. _bySize.Values];
        }

        foreach (var note in kept)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return note;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
