using System.Security.Cryptography;
using System.Text;

namespace Mlops.Registry.Signing;

/// <summary>A public key of ECDSA over P-256, P-384 or P-521: what signatures are verified with.</summary>
/// <remarks>Immutable and safe for use from many threads at once. Two are equal when they are the same key.</remarks>
public sealed class EcdsaPublicKey : IEquatable<EcdsaPublicKey>
{
    private const string PemLabel = "PUBLIC KEY";

    private readonly byte[] _subjectPublicKeyInfo;

    private EcdsaPublicKey(byte[] subjectPublicKeyInfo, EcdsaCurve curve)
    {
        _subjectPublicKeyInfo = subjectPublicKeyInfo;
        Curve = curve;
        Hint = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(ToPem())));
    }

    /// <summary>The curve, and with it the hash.</summary>
    public EcdsaCurve Curve { get; }

    /// <summary>The hint at the key that a bundle of model signing carries.</summary>
    /// <remarks>SHA-256, in lower-case hexadecimal digits, of the key's canonical PEM text with its last line feed.</remarks>
    public string Hint { get; }

    /// <summary>Takes the public part of a key.</summary>
    /// <param name="key">A key on one of the three curves; it is not kept.</param>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public static EcdsaPublicKey From(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var info = key.ExportSubjectPublicKeyInfo();
        return new EcdsaPublicKey(
            info,
            CurveOf(info)
                ?? throw new ArgumentException(
                    "The key is not on P-256, P-384 or P-521, by its standard name.",
                    nameof(key)
                )
        );
    }

    /// <summary>Reads a public key from PEM text.</summary>
    /// <param name="pem">Text with a <c>PUBLIC KEY</c> block; what stands around it is passed over.</param>
    /// <exception cref="FormatException">There is no such block, or it is no key on one of the three curves.</exception>
    public static EcdsaPublicKey FromPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        using var key = ECDsa.Create();
        try
        {
            // ImportFromPem would read a private key too, and that has no place where signatures are verified.
            var fields = PemEncoding.Find(pem);
            if (!pem.AsSpan()[fields.Label].SequenceEqual(PemLabel))
            {
                throw new FormatException($"The PEM text has a block '{pem[fields.Label]}'; a '{PemLabel}' is wanted.");
            }

            key.ImportFromPem(pem.AsSpan()[fields.Location]);
            return From(key);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw new FormatException(
                "The PEM text has no public key on P-256, P-384 or P-521: " + exception.Message,
                exception
            );
        }
    }

    /// <summary>Whether this key has signed a message.</summary>
    /// <param name="message">The bytes that were signed; for DSSE the encoding by <see cref="DssePae"/>.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="format">Its form: ASN.1 DER as model signing has it, or the two numbers side by side (P1363).</param>
    /// <returns>Whether the signature is right; one that is malformed is not.</returns>
    public bool Verify(
        ReadOnlySpan<byte> message,
        ReadOnlySpan<byte> signature,
        DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence
    )
    {
        // A handle of the platform is not promised to be safe for many threads; an import takes microseconds.
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
        try
        {
            return key.VerifyData(message, signature, HashOf(Curve), format);
        }
        catch (CryptographicException)
        {
            // Some platforms throw for a signature that is not even of the form.
            return false;
        }
    }

    /// <summary>The key as canonical PEM text, with lines of 64 characters and a line feed at the end.</summary>
    public string ToPem() => PemEncoding.WriteString(PemLabel, _subjectPublicKeyInfo) + "\n";

    /// <inheritdoc/>
    public bool Equals(EcdsaPublicKey? other) =>
        other is not null && _subjectPublicKeyInfo.AsSpan().SequenceEqual(other._subjectPublicKeyInfo);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EcdsaPublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Hint.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Curve} {Hint}";

    /// <summary>The hash that goes with a curve.</summary>
    internal static HashAlgorithmName HashOf(EcdsaCurve curve) =>
        curve switch
        {
            EcdsaCurve.P256 => HashAlgorithmName.SHA256,
            EcdsaCurve.P384 => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        };

    // By the DER of a key on a named curve: platforms differ in what they call the curve, and its size alone
    // would take secp256k1 for P-256.
    private static EcdsaCurve? CurveOf(ReadOnlySpan<byte> info)
    {
        ReadOnlySpan<byte> p256 = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03];
        ReadOnlySpan<byte> p384 = [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x22, 0x03];
        ReadOnlySpan<byte> p521 = [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x23, 0x03];
        return (info.Length, info.IndexOf(p256), info.IndexOf(p384), info.IndexOf(p521)) switch
        {
            (91, 13, _, _) => EcdsaCurve.P256,
            (120, _, 13, _) => EcdsaCurve.P384,
            (158, _, _, 14) => EcdsaCurve.P521,
            _ => null,
        };
    }
}
