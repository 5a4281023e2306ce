using System.Buffers;
using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>Makes an envelope of a payload.</summary>
internal static class EnvelopeSealer
{
    public static Envelope Seal(string kind, int schemaVersion, string producer, Action<Utf8JsonWriter> writePayload)
    {
        EnvelopeContent.ThrowIfNotKind(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(schemaVersion, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(producer);
        ArgumentNullException.ThrowIfNull(writePayload);
        if (!CanonicalJsonSerializer.IsUnicode(producer))
        {
            throw new ArgumentException("The producer holds a lone surrogate.", nameof(producer));
        }

        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, writePayload);
        using var document = Parse(buffer.WrittenMemory);
        var payload = CanonicalJsonSerializer.Serialize(document.RootElement, "payload").ToArray();
        var content = new EnvelopeContent(kind, schemaVersion, producer, payload);
        return content.Length <= Envelope.MaximumLength
            ? new Envelope(content, content.Detach(document.RootElement))
            : throw new FormatException(
                $"The envelope would have {content.Length} bytes; at most {Envelope.MaximumLength} are written."
            );
    }

    private static void Write(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> writePayload)
    {
        // The envelope itself is one level.
        using var writer = new Utf8JsonWriter(
            buffer,
            new JsonWriterOptions { MaxDepth = CanonicalJson.MaximumDepth - 1 }
        );
        writePayload(writer);
        if (writer.CurrentDepth != 0)
        {
            throw new InvalidOperationException(
                $"The payload is not complete: {writer.CurrentDepth} arrays or objects are still open."
            );
        }

        writer.Flush();
        if (writer.BytesCommitted == 0)
        {
            throw new InvalidOperationException(
                "The payload is missing: nothing was written, and one JSON value is needed."
            );
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonDocument.Parse(payload);
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"The payload is not one JSON value. {exception.Message}", exception);
        }
    }
}
