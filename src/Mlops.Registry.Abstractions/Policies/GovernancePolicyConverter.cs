using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlops.Registry.Policies;

/// <summary>Writes a policy, and reads one with errors that say where and what would be right.</summary>
internal sealed class GovernancePolicyConverter : JsonConverter<GovernancePolicy>
{
    /// <inheritdoc/>
    public override GovernancePolicy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return PolicyReader.Read(new PolicyElement(document.RootElement, "$"));
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GovernancePolicy value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        PolicyWriter.Write(writer, value);
    }
}
