using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>The JSON Canonicalization Scheme (RFC 8785): the same content is always the same bytes.</summary>
/// <remarks>
/// Numbers are written as ECMAScript writes them, -0 as 0, property names are sorted by UTF-16 code units, no white space.
/// NaN and infinities are the strings <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>, and integers beyond 2^53 are
/// strings: <see cref="CanonicalJsonWriterExtensions"/> writes them so.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Makes a JSON value canonical.</summary>
    /// <param name="value">Any JSON value.</param>
    /// <returns>Its canonical UTF-8 bytes.</returns>
    /// <exception cref="FormatException">A number is an integer beyond 2^53, a property name stands twice, or a string holds a lone surrogate.</exception>
    public static byte[] Serialize(JsonElement value) => throw new NotImplementedException();

    /// <summary>Writes a number as ECMAScript's <c>Number.prototype.toString</c> does.</summary>
    /// <param name="value">A finite number.</param>
    public static string FormatNumber(double value) => throw new NotImplementedException();
}
