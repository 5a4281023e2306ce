using System.Text;
using System.Text.Unicode;

namespace Mlops.Data.Loading;

/// <summary>Decodes fields that become text.</summary>
internal static class FieldText
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Whether bytes are UTF-8 without a NUL, which no text file has.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text) => !text.Contains((byte)0) && Utf8.IsValid(text);

    /// <summary>Decodes bytes that are <see cref="IsValid"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> text) => Strict.GetString(text);
}
