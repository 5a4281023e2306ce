using System.Globalization;
using System.Text;

namespace Mlops.Registry.Signing;

/// <summary>The pre-authentication encoding of DSSE: the bytes that a signature is made over.</summary>
/// <remarks>
/// <c>PAE(type, body) = "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body</c>; lengths in bytes of UTF-8, as ASCII decimals
/// without leading zeros. Since both lengths stand before what they measure, no two pairs have the same encoding.
/// Reference: DSSE protocol (Secure Systems Lab, 2021), version 1.0.
/// </remarks>
public static class DssePae
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encodes a payload and its type.</summary>
    /// <param name="type">What the payload is, such as <c>application/vnd.in-toto+json</c>; empty is allowed.</param>
    /// <param name="body">The payload's bytes.</param>
    /// <returns>The bytes to sign.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is not valid Unicode.</exception>
    public static byte[] Encode(string type, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(type);
        var typeLength = Utf8.GetByteCount(type);
        var head = Utf8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {typeLength} {type} {body.Length} ")
        );
        return [.. head, .. body];
    }
}
