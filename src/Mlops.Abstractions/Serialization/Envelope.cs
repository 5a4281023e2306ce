using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>The form in which everything is saved: what it is, in which version, who wrote it, and the payload.</summary>
/// <remarks>
/// <para>The file is canonical JSON (RFC 8785) of <c>{"digest","kind","payload","producer","schemaVersion"}</c>. The digest
/// is the SHA-256 of the canonical form of <c>{"kind","payload","schemaVersion"}</c>: the producer stands outside, so the
/// same content has the same digest whichever build wrote it. Time, host and duration never enter an envelope.</para>
/// <para>Readers accept every older version of a kind and refuse a newer one (<see cref="UnsupportedSchemaVersionException"/>).</para>
/// </remarks>
public sealed class Envelope
{
    private Envelope(
        string kind,
        int schemaVersion,
        string producer,
        JsonElement payload,
        ContentDigest digest,
        byte[] bytes
    )
    {
        Kind = kind;
        SchemaVersion = schemaVersion;
        Producer = producer;
        Payload = payload;
        Digest = digest;
        Bytes = bytes;
    }

    /// <summary>What is inside: <c>mlops.drift.baseline</c>.</summary>
    public string Kind { get; }

    /// <summary>The version of the kind's schema, from 1.</summary>
    public int SchemaVersion { get; }

    /// <summary>The package and version that wrote it: <c>Mlops.Drift 0.1.0</c>.</summary>
    public string Producer { get; }

    /// <summary>The content.</summary>
    public JsonElement Payload { get; }

    /// <summary>The digest of kind, schema version and payload.</summary>
    public ContentDigest Digest { get; }

    /// <summary>The canonical bytes: exactly what is written to a file, and what was read from one.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Seals a payload.</summary>
    /// <param name="kind">What it is, lower-case and dotted.</param>
    /// <param name="schemaVersion">The version of its schema, from 1.</param>
    /// <param name="producer">The package and version that writes it.</param>
    /// <param name="writePayload">Writes the payload, one JSON value, in any valid form; it is made canonical here.</param>
    public static Envelope Seal(string kind, int schemaVersion, string producer, Action<Utf8JsonWriter> writePayload) =>
        throw new NotImplementedException();

    /// <summary>Opens what <see cref="Seal"/> wrote, and checks the digest.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="kind">The kind that is expected.</param>
    /// <param name="newestSchemaVersion">The newest version of that kind that the caller can read.</param>
    /// <exception cref="EnvelopeFormatException">It is not an envelope, is of another kind, or its digest does not match its content.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It is of a newer version than the caller can read.</exception>
    public static Envelope Open(ReadOnlyMemory<byte> bytes, string kind, int newestSchemaVersion) =>
        throw new NotImplementedException();
}
