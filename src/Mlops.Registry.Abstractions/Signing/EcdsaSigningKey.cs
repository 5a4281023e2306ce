using System.Security.Cryptography;

namespace Mlops.Registry.Signing;

/// <summary>A private key of ECDSA over P-256, P-384 or P-521: what signatures are made with.</summary>
/// <remarks>
/// The key stays the caller's, who disposes it; it may live in a security module, since only <see cref="ECDsa"/> is asked for.
/// As safe for many threads as that key is.
/// </remarks>
public sealed class EcdsaSigningKey
{
    private readonly ECDsa _key;

    /// <summary>Wraps a key.</summary>
    /// <param name="key">A key on one of the three curves.</param>
    /// <param name="format">The form of the signatures: ASN.1 DER as model signing has it, or the two numbers side by side
    /// (P1363).</param>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public EcdsaSigningKey(ECDsa key, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        ArgumentNullException.ThrowIfNull(key);
        PublicKey = EcdsaPublicKey.From(key);
        (_key, Format) = (key, format);
    }

    /// <summary>The key's public part.</summary>
    public EcdsaPublicKey PublicKey { get; }

    /// <summary>The form of the signatures.</summary>
    public DSASignatureFormat Format { get; }

    /// <summary>Signs a message with the curve's hash.</summary>
    /// <param name="message">The bytes to sign; for DSSE the encoding by <see cref="DssePae"/>.</param>
    /// <exception cref="CryptographicException">The key has no private part, or can't sign.</exception>
    public byte[] Sign(ReadOnlySpan<byte> message) =>
        _key.SignData(message, EcdsaPublicKey.HashOf(PublicKey.Curve), Format);

    /// <inheritdoc/>
    public override string ToString() => $"signs as {PublicKey}";
}
