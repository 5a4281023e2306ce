namespace Mlops.Registry.Transparency;

/// <summary>Checks the signatures that one key makes on notes.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public interface INoteVerifier
{
    /// <summary>The name of the key, such as <c>example.com/log42</c>.</summary>
    string Name { get; }

    /// <summary>The short identifier of the key, which tells keys of one name apart.</summary>
    uint KeyId { get; }

    /// <summary>Whether a signature is this key's over a text.</summary>
    /// <param name="text">The text of the note in UTF-8, its last newline included.</param>
    /// <param name="signature">The signature without the key's identifier.</param>
    /// <returns>False for whatever is wrong with either.</returns>
    bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature);
}
