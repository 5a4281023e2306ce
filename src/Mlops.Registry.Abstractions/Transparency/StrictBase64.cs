using System.Diagnostics.CodeAnalysis;

namespace Mlops.Registry.Transparency;

/// <summary>Standard base64 with one spelling for each sequence of bytes: no white space, no stray bits, padding in full.</summary>
internal static class StrictBase64
{
    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        // Decoders skip white space and ignore the bits that padding leaves over; a signed text must not have two forms.
        if (
            !Convert.TryFromBase64String(text, buffer, out var written)
            || Convert.ToBase64String(buffer.AsSpan(0, written)) != text
        )
        {
            return false;
        }

        bytes = buffer[..written];
        return true;
    }
}
