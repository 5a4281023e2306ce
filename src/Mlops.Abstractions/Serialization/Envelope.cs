using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>The form in which everything is saved: what it is, in which version, who wrote it, and the payload.</summary>
/// <remarks>
/// <para>The file is canonical JSON (RFC 8785) of <c>{"digest","kind","payload","producer","schemaVersion"}</c>. The digest
/// is the SHA-256 of the canonical form of <c>{"kind","payload","schemaVersion"}</c>: the producer stands outside, so the
/// same content has the same digest whichever build wrote it. Time, host and duration never enter an envelope.</para>
/// <para>Readers accept every older version of a kind and refuse a newer one (<see cref="UnsupportedSchemaVersionException"/>).
/// A digest tells damage and alteration; it does not tell who wrote the file, since anyone can compute it.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Envelope
{
    /// <summary>The largest envelope that is written or read, in bytes: 256 MiB.</summary>
    public const int MaximumLength = 256 * 1024 * 1024;

    internal Envelope(EnvelopeContent content, JsonElement payload)
    {
        Kind = content.Kind;
        SchemaVersion = content.SchemaVersion;
        Producer = content.Producer;
        Payload = payload;
        Digest = content.Digest;
        Bytes = content.ToBytes();
    }

    /// <summary>What is inside: <c>mlops.drift.baseline</c>.</summary>
    public string Kind { get; }

    /// <summary>The version of the kind's schema, from 1.</summary>
    public int SchemaVersion { get; }

    /// <summary>The package and version that wrote it: <c>Mlops.Drift 0.1.0</c>.</summary>
    public string Producer { get; }

    /// <summary>The content; it stays valid as long as it is held.</summary>
    public JsonElement Payload { get; }

    /// <summary>The digest of kind, schema version and payload.</summary>
    public ContentDigest Digest { get; }

    /// <summary>The canonical bytes: exactly what is written to a file.</summary>
    /// <remarks>A file that was laid out anew (indented, reordered) is accepted, and these are its canonical bytes.</remarks>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Seals a payload.</summary>
    /// <param name="kind">What it is: two or more words of lower-case letters, digits and hyphens, joined by dots.</param>
    /// <param name="schemaVersion">The version of its schema, from 1.</param>
    /// <param name="producer">The package and version that writes it.</param>
    /// <param name="writePayload">Writes the payload, one JSON value, in any valid form; it is made canonical here.</param>
    /// <remarks>
    /// The payload may be nested 63 deep. Numbers go through <see cref="CanonicalJsonWriterExtensions.WriteReal(Utf8JsonWriter, double)"/> and
    /// <see cref="CanonicalJsonWriterExtensions.WriteInteger(Utf8JsonWriter, long)"/>.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="kind"/> or <paramref name="producer"/> is malformed.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="schemaVersion"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="writePayload"/> wrote no value, half of one, or more than one.</exception>
    /// <exception cref="FormatException">The payload has no canonical form (see <see cref="CanonicalJson.Serialize"/>), or the envelope is too large.</exception>
    public static Envelope Seal(string kind, int schemaVersion, string producer, Action<Utf8JsonWriter> writePayload) =>
        EnvelopeSealer.Seal(kind, schemaVersion, producer, writePayload);

    /// <summary>Opens what <see cref="Seal"/> wrote, and checks the digest.</summary>
    /// <param name="bytes">The bytes of the file; they are not kept.</param>
    /// <param name="kind">The kind that is expected.</param>
    /// <param name="newestSchemaVersion">The newest version of that kind that the caller can read.</param>
    /// <remarks>The version is looked at before the digest, so that a newer file is told as such whatever its form.</remarks>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is malformed.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="newestSchemaVersion"/> is less than 1.</exception>
    /// <exception cref="EnvelopeFormatException">It is not an envelope, is of another kind, or its digest does not match its content.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It is of a newer version than the caller can read.</exception>
    public static Envelope Open(ReadOnlyMemory<byte> bytes, string kind, int newestSchemaVersion) =>
        EnvelopeOpener.Open(bytes, kind, newestSchemaVersion);
}
