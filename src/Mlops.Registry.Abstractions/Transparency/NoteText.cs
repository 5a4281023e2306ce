using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mlops.Registry.Transparency;

/// <summary>The text of notes as bytes and back, without replacement characters.</summary>
internal static class NoteText
{
    private static readonly UTF8Encoding _strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static byte[] ToBytes(string text) => _strict.GetBytes(text);

    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = _strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Whether the text has a form in UTF-8: no half of a surrogate pair stands alone.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    /// <summary>What keeps a text from being signed as a note, or null.</summary>
    public static string? ProblemOf(string text)
    {
        if (!text.EndsWith('\n'))
        {
            return "it does not end in a newline";
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] != '\n')
            {
                return FormattableString.Invariant($"it has the control character U+{(int)text[i]:X4} at position {i}");
            }
        }

        return IsWellFormed(text) ? null : "it has half of a surrogate pair, which has no form in UTF-8";
    }
}
