using System.Security.Cryptography;

namespace Mlops.Serialization;

/// <summary>A SHA-256 digest, written <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
/// <remarks>Value equality. The default value is no digest at all: its text is empty and it equals only itself.</remarks>
public readonly record struct ContentDigest
{
    private const string Prefix = "sha256:";
    private readonly string? _text;

    private ContentDigest(string text) => _text = text;

    /// <summary>Digests bytes.</summary>
    /// <param name="content">The bytes.</param>
    public static ContentDigest Of(ReadOnlySpan<byte> content) => FromHash(SHA256.HashData(content));

    /// <summary>Takes a hash that was computed elsewhere, such as incrementally over a stream.</summary>
    /// <param name="hash">The 32 bytes of a SHA-256 hash.</param>
    /// <exception cref="ArgumentException"><paramref name="hash"/> is not 32 bytes long.</exception>
    public static ContentDigest FromHash(ReadOnlySpan<byte> hash) =>
        hash.Length == SHA256.HashSizeInBytes
            ? new ContentDigest(Prefix + Convert.ToHexStringLower(hash))
            : throw new ArgumentException($"A SHA-256 hash has 32 bytes; this one has {hash.Length}.", nameof(hash));

    /// <summary>Reads the text form.</summary>
    /// <param name="text">Such as <c>sha256:</c> and 64 lower-case hexadecimal digits.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is something else.</exception>
    public static ContentDigest Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isDigest =
            text.Length == Prefix.Length + (2 * SHA256.HashSizeInBytes)
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text[Prefix.Length..].All(char.IsAsciiHexDigitLower);
        return isDigest
            ? new ContentDigest(text)
            : throw new FormatException(
                $"'{Excerpt.Of(text)}' is not a digest: 'sha256:' and 64 lower-case hexadecimal digits are."
            );
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";
}
