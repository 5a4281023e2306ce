using System.Text;
using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>The JSON Canonicalization Scheme (RFC 8785): the same content is always the same bytes.</summary>
/// <remarks>
/// <para>Numbers are written as ECMAScript writes them, -0 as 0, property names are sorted by UTF-16 code units, no white space.
/// NaN and infinities are the strings <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>, and integers beyond 2^53 are
/// strings: <see cref="CanonicalJsonWriterExtensions"/> writes them so.</para>
/// <para>Reference: Rundgren, Jordan and Erdtman, RFC 8785 (2020); ECMA-262, <c>Number::toString</c>.</para>
/// </remarks>
public static class CanonicalJson
{
    /// <summary>How deep arrays and objects may be nested: 64, as in <see cref="JsonDocument"/>.</summary>
    public const int MaximumDepth = 64;

    /// <summary>Makes a JSON value canonical.</summary>
    /// <param name="value">Any JSON value, nested at most <see cref="MaximumDepth"/> deep.</param>
    /// <returns>Its canonical UTF-8 bytes.</returns>
    /// <remarks>
    /// Every number is a double here. An integer literal beyond 2^53 is accepted only as ECMAScript itself writes a double of
    /// that size (1e17 is <c>100000000000000000</c>): any other one is an exact integer that would be changed. It takes time
    /// linear in the size, but for sorting the names of objects that are not in order.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="value"/> is the default, which is no JSON value.</exception>
    /// <exception cref="FormatException">A number is an integer beyond 2^53 or beyond the range of a double, a property name
    /// stands twice, a string holds a lone surrogate or invalid UTF-8, or the value is nested too deeply; the message says
    /// where.</exception>
    public static byte[] Serialize(JsonElement value) =>
        value.ValueKind != JsonValueKind.Undefined
            ? CanonicalJsonSerializer.Serialize(value, "$").ToArray()
            : throw new ArgumentException("The default JsonElement is no JSON value.", nameof(value));

    /// <summary>Writes a number as ECMAScript's <c>Number.prototype.toString</c> does.</summary>
    /// <param name="value">A finite number.</param>
    /// <returns>The fewest digits that read back as the same double, in plain notation from 1e-6 up to 1e21.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public static string FormatNumber(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                "JSON has no form for it: write it as a string."
            );
        }

        Span<byte> text = stackalloc byte[EcmaScriptNumber.MaximumLength];
        return Encoding.ASCII.GetString(text[..EcmaScriptNumber.Format(value, text)]);
    }
}
