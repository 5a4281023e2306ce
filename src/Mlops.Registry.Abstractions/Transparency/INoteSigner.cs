namespace Mlops.Registry.Transparency;

/// <summary>Signs notes with one key, which may be far away: in a hardware module, or with a key service.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public interface INoteSigner
{
    /// <summary>The public half of the key, under the name that signs.</summary>
    NoteVerifierKey VerifierKey { get; }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text of the note in UTF-8, its last newline included.</param>
    /// <param name="cancellationToken">Stops the signing.</param>
    /// <returns>The signature without the key's identifier.</returns>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken = default);
}
