using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mlops.Serialization;

/// <summary>Lays out a binary envelope, and says what is wrong with one that can't be read, and at which byte.</summary>
internal static class BinaryEnvelopeFormat
{
    internal const int MaximumKindLength = byte.MaxValue;
    internal const int MaximumProducerLength = 1_024;
    private const byte ContainerVersion = 1;

    // The first byte is in no text, and line ends that a transfer rewrites show at once.
    private static ReadOnlySpan<byte> Magic =>
        [0x89, (byte)'M', (byte)'L', (byte)'O', (byte)'P', (byte)'S', 0x0D, 0x0A];

    internal static byte[] Seal(string kind, int schemaVersion, string producer, ReadOnlySpan<byte> payload)
    {
        ThrowIfNotKind(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(schemaVersion, 1);
        ThrowIfNotProducer(producer);
        var writer = new BinaryPayloadWriter();
        writer.WriteBytes(Magic);
        writer.WriteUInt8(ContainerVersion);
        writer.WriteUInt8((byte)kind.Length);
        writer.WriteBytes(Encoding.ASCII.GetBytes(kind));
        writer.WriteInt32(schemaVersion);
        var producerText = Encoding.UTF8.GetBytes(producer);
        Span<byte> producerLength = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(producerLength, (ushort)producerText.Length);
        writer.WriteBytes(producerLength);
        writer.WriteBytes(producerText);
        var length = writer.WrittenSpan.Length + (long)sizeof(int) + payload.Length + SHA256.HashSizeInBytes;
        if (length > Envelope.MaximumLength)
        {
            throw new ArgumentException(
                $"The envelope would have {length} bytes; at most {Envelope.MaximumLength} are written.",
                nameof(payload)
            );
        }

        writer.WriteInt32(payload.Length);
        writer.WriteBytes(payload);
        writer.WriteBytes(Hash(kind, schemaVersion, payload));
        return writer.ToArray();
    }

    internal static BinaryEnvelope Open(ReadOnlyMemory<byte> bytes, string kind, int newestSchemaVersion)
    {
        ThrowIfNotKind(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(newestSchemaVersion, 1);
        if (bytes.Length > Envelope.MaximumLength)
        {
            throw new EnvelopeFormatException(
                $"The envelope has {bytes.Length} bytes; at most {Envelope.MaximumLength} are read."
            );
        }

        try
        {
            return Open(bytes, new BinaryPayloadReader(bytes), kind, newestSchemaVersion);
        }
        catch (FormatException exception) when (exception is not EnvelopeFormatException)
        {
            throw new EnvelopeFormatException($"The binary envelope is damaged. {exception.Message}", exception);
        }
    }

    private static BinaryEnvelope Open(
        ReadOnlyMemory<byte> bytes,
        BinaryPayloadReader reader,
        string kind,
        int newestSchemaVersion
    )
    {
        CheckMagic(reader, bytes.Span);
        CheckContainerVersion(reader);
        CheckKind(reader, kind);
        var schemaVersion = ReadSchemaVersion(reader);
        if (schemaVersion > newestSchemaVersion)
        {
            throw new UnsupportedSchemaVersionException(kind, schemaVersion, newestSchemaVersion);
        }

        var producer = ReadProducer(reader);
        var payload = ReadPayload(reader, bytes);
        CheckDigest(reader, kind, schemaVersion, payload.Span, out var digest);
        return new BinaryEnvelope(kind, schemaVersion, producer, payload, digest);
    }

    private static void CheckMagic(BinaryPayloadReader reader, ReadOnlySpan<byte> bytes)
    {
        var same = bytes.CommonPrefixLength(Magic);
        if (same == Magic.Length)
        {
            reader.ReadBytes(Magic.Length, "magic");
            return;
        }

        throw new EnvelopeFormatException(
            same == bytes.Length
                ? $"Not a binary envelope: it ends at byte {same}, and the first {Magic.Length} are {Convert.ToHexString(Magic)}."
                : $"Not a binary envelope: byte {same} is {bytes[same]:X2}, and {Magic[same]:X2} is expected."
        );
    }

    private static void CheckContainerVersion(BinaryPayloadReader reader)
    {
        var position = reader.Position;
        var version = reader.ReadUInt8("container version");
        if (version != ContainerVersion)
        {
            throw new EnvelopeFormatException(
                $"The container's version, at byte {position}, is {version}; this build reads version {ContainerVersion}."
            );
        }
    }

    private static void CheckKind(BinaryPayloadReader reader, string kind)
    {
        var position = reader.Position;
        var length = reader.ReadUInt8("kind length");
        var text = Encoding.Latin1.GetString(reader.ReadBytes(length, "kind"));
        if (text == kind)
        {
            return;
        }

        throw new EnvelopeFormatException(
            EnvelopeContent.IsKind(text)
                ? $"The file is of kind '{Excerpt.Of(text)}', and '{kind}' is expected."
                : $"The kind, at byte {position}, is malformed, and '{kind}' is expected."
        );
    }

    private static int ReadSchemaVersion(BinaryPayloadReader reader)
    {
        var position = reader.Position;
        var version = reader.ReadInt32("schema version");
        return version >= 1
            ? version
            : throw new EnvelopeFormatException(
                $"The schema version, at byte {position}, is {version}; it is at least 1."
            );
    }

    private static string ReadProducer(BinaryPayloadReader reader)
    {
        var position = reader.Position;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(reader.ReadBytes(sizeof(ushort), "producer length"));
        var bytes = reader.ReadBytes(length, "producer");
        var fault =
            length > MaximumProducerLength ? $"has {length} bytes, and at most {MaximumProducerLength} are allowed"
            : !System.Text.Unicode.Utf8.IsValid(bytes) ? "is not valid UTF-8"
            : string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(bytes))
                ? "is empty; the package and version that wrote the file stand there"
            : null;
        return fault is null
            ? Encoding.UTF8.GetString(bytes)
            : throw new EnvelopeFormatException($"The producer, at byte {position}, {fault}.");
    }

    private static ReadOnlyMemory<byte> ReadPayload(BinaryPayloadReader reader, ReadOnlyMemory<byte> bytes)
    {
        var position = reader.Position;
        var length = reader.ReadInt32("payload length");
        if (length < 0 || length != (long)reader.Remaining - SHA256.HashSizeInBytes)
        {
            throw new EnvelopeFormatException(
                $"The payload's length, at byte {position}, is {length}; {reader.Remaining} bytes are left, and the last {SHA256.HashSizeInBytes} of them are the digest. The file was cut off, added to, or damaged."
            );
        }

        reader.ReadBytes(length, "payload");
        return bytes.Slice(reader.Position - length, length);
    }

    private static void CheckDigest(
        BinaryPayloadReader reader,
        string kind,
        int schemaVersion,
        ReadOnlySpan<byte> payload,
        out ContentDigest digest
    )
    {
        var position = reader.Position;
        var stated = ContentDigest.FromHash(reader.ReadBytes(SHA256.HashSizeInBytes, "digest"));
        digest = ContentDigest.FromHash(Hash(kind, schemaVersion, payload));
        if (stated != digest)
        {
            throw new EnvelopeFormatException(
                $"The file was altered after it was written, or damaged: its digest is stated, at byte {position}, as {stated}, and its content has {digest}."
            );
        }
    }

    private static byte[] Hash(string kind, int schemaVersion, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([(byte)kind.Length]);
        hash.AppendData(Encoding.ASCII.GetBytes(kind));
        Span<byte> version = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(version, schemaVersion);
        hash.AppendData(version);
        hash.AppendData(payload);
        return hash.GetHashAndReset();
    }

    private static void ThrowIfNotKind(string kind)
    {
        EnvelopeContent.ThrowIfNotKind(kind);
        if (kind.Length > MaximumKindLength)
        {
            throw new ArgumentException(
                $"The kind has {kind.Length} characters; at most {MaximumKindLength} are allowed.",
                nameof(kind)
            );
        }
    }

    private static void ThrowIfNotProducer(string producer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(producer);
        if (!CanonicalJsonSerializer.IsUnicode(producer))
        {
            throw new ArgumentException("The producer holds a lone surrogate.", nameof(producer));
        }

        var length = Encoding.UTF8.GetByteCount(producer);
        if (length > MaximumProducerLength)
        {
            throw new ArgumentException(
                $"The producer has {length} bytes; at most {MaximumProducerLength} are allowed.",
                nameof(producer)
            );
        }
    }
}
