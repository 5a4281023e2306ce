namespace Mlops.Serialization;

/// <summary>The form in which binary payloads are saved: what it is, in which version, who wrote it, the payload, and its digest.</summary>
/// <remarks>
/// <para>Little-endian, one part after the other: the 8 bytes <c>89 4D 4C 4F 50 53 0D 0A</c>; the container's version, 1 byte, now 1; the
/// kind, 1 byte of length and ASCII; the schema version, 4 bytes; the producer, 2 bytes of length and UTF-8; the payload, 4 bytes
/// of length and its bytes; a SHA-256, 32 bytes. Nothing follows.</para>
/// <para>The digest is over the kind with its length, the schema version and the payload: the producer stands outside, so the same
/// content has the same digest whichever build wrote it. It tells damage and alteration; it does not tell who wrote the file.</para>
/// <para>Readers accept every older version of a kind and refuse a newer one. Immutable and safe to share between threads.
/// <see cref="Envelope"/> is the same for JSON.</para>
/// </remarks>
public sealed class BinaryEnvelope
{
    internal BinaryEnvelope(
        string kind,
        int schemaVersion,
        string producer,
        ReadOnlyMemory<byte> payload,
        ContentDigest digest
    )
    {
        Kind = kind;
        SchemaVersion = schemaVersion;
        Producer = producer;
        Payload = payload;
        Digest = digest;
    }

    /// <summary>What is inside: <c>mlops.statistics.kll</c>.</summary>
    public string Kind { get; }

    /// <summary>The version of the kind's schema, from 1.</summary>
    public int SchemaVersion { get; }

    /// <summary>The package and version that wrote it: <c>Mlops.Statistics 0.1.0</c>.</summary>
    public string Producer { get; }

    /// <summary>The content: a view of the bytes that were opened.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>The digest of kind, schema version and payload.</summary>
    public ContentDigest Digest { get; }

    /// <summary>Seals a payload.</summary>
    /// <param name="kind">What it is: two or more words of lower-case letters, digits and hyphens, joined by dots; at most 255 characters.</param>
    /// <param name="schemaVersion">The version of its schema, from 1.</param>
    /// <param name="producer">The package and version that writes it, at most 1,024 bytes of UTF-8.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="kind"/> or <paramref name="producer"/> is malformed or too long, or the envelope would be larger than <see cref="Envelope.MaximumLength"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="schemaVersion"/> is less than 1.</exception>
    public static byte[] Seal(string kind, int schemaVersion, string producer, ReadOnlySpan<byte> payload) =>
        BinaryEnvelopeFormat.Seal(kind, schemaVersion, producer, payload);

    /// <summary>Opens what <see cref="Seal"/> wrote, and checks the digest.</summary>
    /// <param name="bytes">The bytes of the file; <see cref="Payload"/> is a view of them.</param>
    /// <param name="kind">The kind that is expected.</param>
    /// <param name="newestSchemaVersion">The newest version of that kind that the caller can read.</param>
    /// <remarks>The version is looked at before the digest, so that a newer file is told as such.</remarks>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is malformed.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="newestSchemaVersion"/> is less than 1.</exception>
    /// <exception cref="EnvelopeFormatException">It is not a binary envelope, is of another kind, is cut off, or its digest does not match its content.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It is of a newer version than the caller can read.</exception>
    public static BinaryEnvelope Open(ReadOnlyMemory<byte> bytes, string kind, int newestSchemaVersion) =>
        BinaryEnvelopeFormat.Open(bytes, kind, newestSchemaVersion);
}
