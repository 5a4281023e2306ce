using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlops.Registry.Serialization;

/// <summary>Writes an integer as a number, and as text beyond 2^53, where a number of JSON is not exact.</summary>
internal sealed class ExactIntegerConverter : JsonConverter<long>
{
    private const long Largest = 1L << 53;

    /// <inheritdoc/>
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? reader.GetInt64()
        : long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
        : throw new JsonException("It is not an integer.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is >= -Largest and <= Largest)
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
