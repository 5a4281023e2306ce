using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>Reads an envelope, and says what is wrong with one that can't be read.</summary>
internal static class EnvelopeOpener
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static Envelope Open(ReadOnlyMemory<byte> bytes, string kind, int newestSchemaVersion)
    {
        EnvelopeContent.ThrowIfNotKind(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(newestSchemaVersion, 1);
        using var document = Parse(bytes);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new EnvelopeFormatException(
                $"Not an envelope: the file is a JSON {NameOf(root)}, and an envelope is an object."
            );
        }

        var parts = EnvelopeParts.Of(root);
        var actualKind = parts.Text(EnvelopeParts.Kind);
        if (actualKind != kind)
        {
            throw new EnvelopeFormatException(
                $"The file is of kind '{Excerpt.Of(actualKind)}', and '{kind}' is expected."
            );
        }

        var schemaVersion = parts.SchemaVersion();
        if (schemaVersion > newestSchemaVersion)
        {
            throw new UnsupportedSchemaVersionException(kind, schemaVersion, newestSchemaVersion);
        }

        parts.ThrowIfUnknown();
        var content = new EnvelopeContent(
            kind,
            schemaVersion,
            Producer(parts),
            Canonical(parts.Value(EnvelopeParts.Payload))
        );
        CheckDigest(content, parts.Text(EnvelopeParts.Digest));
        return content.Length <= Envelope.MaximumLength
            ? new Envelope(content, content.Detach(parts.Value(EnvelopeParts.Payload)))
            : throw TooLarge(content.Length);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > Envelope.MaximumLength)
        {
            throw TooLarge(bytes.Length);
        }

        if (bytes.Span.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        try
        {
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = CanonicalJson.MaximumDepth });
        }
        catch (JsonException exception)
        {
            throw new EnvelopeFormatException($"Not an envelope: the file is not JSON. {exception.Message}", exception);
        }
    }

    private static string Producer(EnvelopeParts parts)
    {
        var producer = parts.Text(EnvelopeParts.Producer);
        return !string.IsNullOrWhiteSpace(producer)
            ? producer
            : throw new EnvelopeFormatException(
                "The property 'producer' is empty; the package and version that wrote the file stand there."
            );
    }

    private static byte[] Canonical(JsonElement payload)
    {
        try
        {
            return CanonicalJsonSerializer.Serialize(payload, "payload").ToArray();
        }
        catch (FormatException exception)
        {
            throw new EnvelopeFormatException($"The payload has no canonical form. {exception.Message}", exception);
        }
    }

    private static void CheckDigest(EnvelopeContent content, string stated)
    {
        ContentDigest digest;
        try
        {
            digest = ContentDigest.Parse(stated);
        }
        catch (FormatException exception)
        {
            throw new EnvelopeFormatException($"The property 'digest' is malformed. {exception.Message}", exception);
        }

        if (digest != content.Digest)
        {
            throw new EnvelopeFormatException(
                $"The file was altered after it was written, or damaged: its digest is stated as {digest}, and its content has {content.Digest}."
            );
        }
    }

    private static string NameOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.Null => "null",
            _ => "boolean",
        };

    private static EnvelopeFormatException TooLarge(long length) =>
        new($"The envelope has {length} bytes; at most {Envelope.MaximumLength} are read.");
}
