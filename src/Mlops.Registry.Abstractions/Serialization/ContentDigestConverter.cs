using System.Text.Json;
using System.Text.Json.Serialization;
using Mlops.Serialization;

namespace Mlops.Registry.Serialization;

/// <summary>Writes a digest as text.</summary>
internal sealed class ContentDigestConverter : JsonConverter<ContentDigest>
{
    /// <inheritdoc/>
    public override ContentDigest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return ContentDigest.Parse(reader.GetString() ?? "");
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ContentDigest value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
