using System.Text.Json;
using System.Text.Json.Serialization;
using Mlops.Registry.Models;

namespace Mlops.Registry.Serialization;

/// <summary>Writes a version's key as text.</summary>
internal sealed class VersionKeyConverter : JsonConverter<VersionKey>
{
    /// <inheritdoc/>
    public override VersionKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        VersionKey.TryParse(reader.GetString(), out var key)
            ? key
            : throw new JsonException("It is not a version's key, such as 'credit@7'.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VersionKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
