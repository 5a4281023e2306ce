using System.Security.Cryptography;
using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Registry.Signing;

/// <summary>A payload with its type and signatures: the DSSE envelope.</summary>
/// <remarks>
/// What is verified are the bytes that <see cref="Payload"/> then gives: nobody parses the envelope a second time. Key ids are
/// kept and never trusted. Reference: DSSE envelope (Secure Systems Lab, 2021), version 1.0.
/// </remarks>
public sealed class DsseEnvelope
{
    /// <summary>Puts an envelope together.</summary>
    /// <param name="payloadType">What the payload is.</param>
    /// <param name="payload">Its bytes, which are copied.</param>
    /// <param name="signatures">At least one signature.</param>
    /// <exception cref="ArgumentException">There is no signature.</exception>
    public DsseEnvelope(string payloadType, ReadOnlySpan<byte> payload, IReadOnlyList<DsseSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(payloadType);
        ArgumentNullException.ThrowIfNull(signatures);
        if (signatures.Count == 0)
        {
            throw new ArgumentException("An envelope has at least one signature.", nameof(signatures));
        }

        PayloadType = payloadType;
        Payload = payload.ToArray();
        Signatures = [.. signatures];
    }

    /// <summary>What the payload is, such as <c>application/vnd.in-toto+json</c>.</summary>
    public string PayloadType { get; }

    /// <summary>The payload's bytes.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>The signatures, in their order.</summary>
    public IReadOnlyList<DsseSignature> Signatures { get; }

    /// <summary>Signs a payload.</summary>
    /// <param name="payloadType">What the payload is.</param>
    /// <param name="payload">Its bytes.</param>
    /// <param name="keys">The keys, at least one; each gives a signature, with the key's hint as its id.</param>
    /// <exception cref="ArgumentException">There is no key.</exception>
    /// <exception cref="CryptographicException">A key can't sign.</exception>
    public static DsseEnvelope Sign(
        string payloadType,
        ReadOnlySpan<byte> payload,
        params IReadOnlyList<EcdsaSigningKey> keys
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
        {
            throw new ArgumentException("There is no key to sign with.", nameof(keys));
        }

        var message = DssePae.Encode(payloadType, payload);
        return new DsseEnvelope(
            payloadType,
            payload,
            [.. keys.Select(key => new DsseSignature(key.Sign(message), key.PublicKey.Hint))]
        );
    }

    /// <summary>Reads an envelope from JSON.</summary>
    /// <param name="json">UTF-8; base64 may be standard or URL-safe, with or without padding.</param>
    /// <exception cref="FormatException">It is not JSON, or not an envelope; the message says what is wrong.</exception>
    public static DsseEnvelope Parse(ReadOnlySpan<byte> json)
    {
        using var document = StrictJson.Parse(json, "envelope");
        return Parse(document.RootElement);
    }

    /// <summary>Reads an envelope from a JSON object, such as one within a bundle.</summary>
    /// <param name="json">The object; unknown properties are passed over, as the protocol has it.</param>
    /// <exception cref="FormatException">It is not an envelope; the message says what is wrong.</exception>
    public static DsseEnvelope Parse(JsonElement json)
    {
        var type = json.RequiredString("payloadType");
        var payload = Base64Text.Decode(json.RequiredString("payload"), "payload");
        var signatures = new List<DsseSignature>();
        foreach (var signature in json.RequiredArray("signatures"))
        {
            signatures.Add(
                new DsseSignature(Base64Text.Decode(signature.RequiredString("sig"), "sig"), KeyId(signature))
            );
        }

        return signatures.Count > 0
            ? new DsseEnvelope(type, payload, signatures)
            : throw new FormatException("'signatures' is empty: an envelope has at least one signature.");
    }

    /// <summary>Writes the envelope as JSON.</summary>
    /// <returns>UTF-8, with standard base64; the same envelope is the same bytes.</returns>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Asks which of the trusted keys have signed this payload as this type.</summary>
    /// <param name="trusted">The keys; one that is given twice counts once.</param>
    /// <param name="threshold">How many different keys must have signed, from 1 to the number of different keys.</param>
    /// <param name="format">The form of the signatures.</param>
    /// <remarks>A (t, n) rule counts keys, never signatures: a key that signs twice counts once. Every signature is tried with
    /// every key, since ids are not trusted. Signatures by other keys are passed over.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is below 1, or more than there are different
    /// keys, so that nothing could reach it.</exception>
    public DsseVerification Verify(
        IReadOnlyList<EcdsaPublicKey> trusted,
        int threshold = 1,
        DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence
    )
    {
        ArgumentNullException.ThrowIfNull(trusted);
        var keys = trusted.Distinct().ToArray();
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, keys.Length);
        var message = DssePae.Encode(PayloadType, Payload.Span);
        return new DsseVerification(
            [.. keys.Where(key => Signatures.Any(signature => key.Verify(message, signature.Value.Span, format)))],
            threshold
        );
    }

    /// <summary>Writes the envelope where a bundle wants it.</summary>
    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBase64String("payload", Payload.Span);
        writer.WriteString("payloadType", PayloadType);
        writer.WriteStartArray("signatures");
        foreach (var signature in Signatures)
        {
            writer.WriteStartObject();
            writer.WriteBase64String("sig", signature.Value.Span);
            writer.WriteString("keyid", signature.KeyId ?? "");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string? KeyId(JsonElement signature) =>
        signature.TryGetProperty("keyid", out var keyId) && keyId.ValueKind != JsonValueKind.Null
            ? signature.RequiredString("keyid") is { Length: > 0 } text
                ? text
                : null
            : null;
}
