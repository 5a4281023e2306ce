using System.Buffers;
using System.Text;

namespace Mlops.Serialization;

/// <summary>RFC 8785, 3.2.2.2: two-character escapes where JSON has them, \u00xx for the other controls, nothing else.</summary>
internal static class CanonicalJsonEscapes
{
    private const string Escaped =
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    /// <summary>The characters that may not stand in a string as they are.</summary>
    public static readonly SearchValues<char> Characters = SearchValues.Create(Escaped);

    /// <summary>The escape sequence of one of <see cref="Characters"/>.</summary>
    public static ReadOnlySpan<byte> Of(char character) =>
        character switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => Encoding.ASCII.GetBytes($"\\u{(int)character:x4}"),
        };
}
