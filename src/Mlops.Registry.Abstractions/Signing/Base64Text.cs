using System.Buffers.Text;

namespace Mlops.Registry.Signing;

/// <summary>Reads base64 in its standard and in its URL-safe alphabet.</summary>
internal static class Base64Text
{
    public static byte[] Decode(string text, string property)
    {
        if (text.AsSpan().IndexOfAny('+', '/') >= 0 && text.AsSpan().IndexOfAny('-', '_') >= 0)
        {
            throw new FormatException($"'{property}' mixes the two alphabets of base64.");
        }

        if (text.Any(char.IsWhiteSpace))
        {
            throw new FormatException($"'{property}' has white space, which base64 has not.");
        }

        try
        {
            return Base64Url.DecodeFromChars(text.Replace('+', '-').Replace('/', '_'));
        }
        catch (FormatException exception)
        {
            throw new FormatException($"'{property}' is not base64.", exception);
        }
    }
}
