using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches;

/// <summary>The two forms of a sketch around one payload: a binary envelope, and a JSON object with the payload in base64.</summary>
internal static class SketchState
{
    private const string Property = "state";

    private static string ProducerName { get; } = Producer.Of(typeof(SketchState).Assembly);

    internal static byte[] Seal(string kind, int version, ReadOnlySpan<byte> payload) =>
        BinaryEnvelope.Seal(kind, version, ProducerName, payload);

    /// <summary>Opens a binary envelope and reads its payload.</summary>
    /// <exception cref="EnvelopeFormatException">The envelope is damaged, or the payload is not what it should be.</exception>
    internal static TSketch Open<TSketch>(
        ReadOnlyMemory<byte> bytes,
        string kind,
        int version,
        Func<ReadOnlyMemory<byte>, TSketch> read
    )
    {
        var envelope = BinaryEnvelope.Open(bytes, kind, version);
        try
        {
            return read(envelope.Payload);
        }
        catch (FormatException exception) when (exception is not EnvelopeFormatException)
        {
            throw new EnvelopeFormatException($"The payload of '{kind}' is malformed. {exception.Message}", exception);
        }
    }

    internal static void WriteTo(Utf8JsonWriter writer, ReadOnlySpan<byte> payload)
    {
        writer.WriteStartObject();
        writer.WriteBase64String(Property, payload);
        writer.WriteEndObject();
    }

    /// <summary>The payload that <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="FormatException">There is none, or it is not base64.</exception>
    internal static byte[] Payload(JsonElement state, string definitionId)
    {
        var property = AccumulatorState.Property(state, Property, definitionId);
        if (property.ValueKind != JsonValueKind.String)
        {
            throw new FormatException(
                $"'{Property}' in the state of '{definitionId}' is a string in base64; this is {property.ValueKind}."
            );
        }

        return property.TryGetBytesFromBase64(out var payload)
            ? payload
            : throw new FormatException($"'{Property}' in the state of '{definitionId}' is not valid base64.");
    }
}
