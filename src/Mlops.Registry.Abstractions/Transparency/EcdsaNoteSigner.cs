using System.Security.Cryptography;

namespace Mlops.Registry.Transparency;

/// <summary>Signs notes by ECDSA: P-256, SHA-256, ASN.1 DER, type 0x02 of C2SP signed-note.</summary>
/// <remarks>Safe for concurrent use until it is disposed of. The key lives in the process; a host that has a key service writes an <see cref="INoteSigner"/> over it.</remarks>
public sealed class EcdsaNoteSigner : INoteSigner, IDisposable
{
    private readonly ECDsa _key;
    private readonly Lock _oneAtATime = new();

    private EcdsaNoteSigner(string name, ECDsa key)
    {
        try
        {
            P256.ThrowIfOtherCurve(key, name);
            VerifierKey = new NoteVerifierKey(name, NoteSignatureType.Ecdsa, key.ExportSubjectPublicKeyInfo());
            _key = key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public NoteVerifierKey VerifierKey { get; }

    /// <summary>Makes a new key.</summary>
    /// <param name="name">The name that it signs under: no space, no plus. For a log's key, the origin.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no such name.</exception>
    public static EcdsaNoteSigner Generate(string name)
    {
        NoteKeyName.ThrowIfInvalid(name, nameof(name));
        return new EcdsaNoteSigner(name, ECDsa.Create(ECCurve.NamedCurves.nistP256));
    }

    /// <summary>Takes a private key.</summary>
    /// <param name="name">The name that it signs under: no space, no plus.</param>
    /// <param name="pem">PKCS#8 (<c>BEGIN PRIVATE KEY</c>) or SEC1 (<c>BEGIN EC PRIVATE KEY</c>), not encrypted.</param>
    /// <exception cref="ArgumentException">The name is none, or the text holds no private key.</exception>
    /// <exception cref="CryptographicException">The key is not on P-256.</exception>
    public static EcdsaNoteSigner FromPem(string name, ReadOnlySpan<char> pem)
    {
        NoteKeyName.ThrowIfInvalid(name, nameof(name));
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (!HasPrivateKey(pem))
            {
                throw new ArgumentException("The PEM holds a public key; signing takes a private one.", nameof(pem));
            }
        }
        catch
        {
            key.Dispose();
            throw;
        }

        return new EcdsaNoteSigner(name, key);
    }

    /// <summary>The private key, as PKCS#8 in PEM. Whoever has it can sign as this log.</summary>
    public string ExportPem()
    {
        lock (_oneAtATime)
        {
            return _key.ExportPkcs8PrivateKeyPem();
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(
        ReadOnlyMemory<byte> text,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_oneAtATime)
        {
            return new(_key.SignData(text.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _key.Dispose();

    private static bool HasPrivateKey(ReadOnlySpan<char> pem) =>
        PemEncoding.TryFind(pem, out var fields) && pem[fields.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal);
}
