using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mlops.Serialization;

/// <summary>The parts of an envelope with their payload in canonical form: computes the digest and lays out the file.</summary>
internal sealed class EnvelopeContent
{
    private readonly byte[] _payload;
    private readonly byte[] _kindText;
    private readonly byte[] _producerText;
    private readonly byte[] _schemaVersionText;

    public EnvelopeContent(string kind, int schemaVersion, string producer, byte[] canonicalPayload)
    {
        Kind = kind;
        SchemaVersion = schemaVersion;
        Producer = producer;
        _payload = canonicalPayload;
        _kindText = Encoding.UTF8.GetBytes($"\"{kind}\"");
        _producerText = CanonicalJsonSerializer.SerializeText(producer);
        _schemaVersionText = Encoding.UTF8.GetBytes(schemaVersion.ToString(CultureInfo.InvariantCulture));
        Digest = ComputeDigest();
    }

    public string Kind { get; }

    public int SchemaVersion { get; }

    public string Producer { get; }

    public ContentDigest Digest { get; }

    /// <summary>How many bytes the file has.</summary>
    public long Length =>
        (long)_payload.Length
        + _kindText.Length
        + _producerText.Length
        + _schemaVersionText.Length
        + Digest.ToString().Length
        + """{"digest":"","kind":,"payload":,"producer":,"schemaVersion":}""".Length;

    /// <summary>Two or more words of lower-case letters, digits and hyphens, each beginning with a letter, joined by dots.</summary>
    public static bool IsKind(string text)
    {
        var words = text.Split('.');
        return words.Length >= 2
            && words.All(word =>
                word.Length > 0
                && char.IsAsciiLetterLower(word[0])
                && word.All(character =>
                    char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'
                )
            );
    }

    /// <summary>Throws when the caller's kind is malformed.</summary>
    public static void ThrowIfNotKind(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (!IsKind(kind))
        {
            throw new ArgumentException(
                $"'{kind}' is not a kind: two or more words of lower-case letters, digits and hyphens, joined by dots, are, such as 'mlops.drift.baseline'.",
                nameof(kind)
            );
        }
    }

    /// <summary>The payload as an element of its own, which reads exactly as the canonical bytes do.</summary>
    /// <param name="parsed">The payload as it was parsed, in whatever form.</param>
    public JsonElement Detach(JsonElement parsed)
    {
        if (JsonMarshal.GetRawUtf8Value(parsed).SequenceEqual(_payload))
        {
            return parsed.Clone();
        }

        using var document = JsonDocument.Parse(_payload);
        return document.RootElement.Clone();
    }

    /// <summary>The canonical file.</summary>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>(checked((int)Length));
        output.Write("{\"digest\":\""u8);
        Encoding.ASCII.GetBytes(Digest.ToString(), output);
        output.Write("\",\"kind\":"u8);
        output.Write(_kindText);
        output.Write(",\"payload\":"u8);
        output.Write(_payload);
        output.Write(",\"producer\":"u8);
        output.Write(_producerText);
        output.Write(",\"schemaVersion\":"u8);
        output.Write(_schemaVersionText);
        output.Write("}"u8);
        return output.WrittenSpan.ToArray();
    }

    private ContentDigest ComputeDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("{\"kind\":"u8);
        hash.AppendData(_kindText);
        hash.AppendData(",\"payload\":"u8);
        hash.AppendData(_payload);
        hash.AppendData(",\"schemaVersion\":"u8);
        hash.AppendData(_schemaVersionText);
        hash.AppendData("}"u8);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return ContentDigest.FromHash(digest);
    }
}
