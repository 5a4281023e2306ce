using System.Security.Cryptography;

namespace Mlops.Registry.Transparency;

/// <summary>Checks ECDSA signatures on notes: P-256, SHA-256, ASN.1 DER, type 0x02 of C2SP signed-note.</summary>
public sealed class EcdsaNoteVerifier : INoteVerifier
{
    private readonly NoteVerifierKey _key;

    /// <summary>Takes a public key.</summary>
    /// <param name="key">A key of type <see cref="NoteSignatureType.Ecdsa"/> on P-256.</param>
    /// <exception cref="ArgumentException">The key is of another type.</exception>
    /// <exception cref="CryptographicException">The bytes are no public key on P-256.</exception>
    public EcdsaNoteVerifier(NoteVerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Type != NoteSignatureType.Ecdsa)
        {
            throw new ArgumentException($"The key of '{key.Name}' is of type {key.Type}, not Ecdsa.", nameof(key));
        }

        _key = key;
        using var algorithm = Import();
        P256.ThrowIfOtherCurve(algorithm, key.Name);
    }

    /// <inheritdoc/>
    public string Name => _key.Name;

    /// <inheritdoc/>
    public uint KeyId => _key.KeyId;

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        // Instances of ECDsa are not safe for concurrent use, and checkpoints are few.
        using var algorithm = Import();
        return algorithm.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private ECDsa Import()
    {
        var algorithm = ECDsa.Create();
        try
        {
            algorithm.ImportSubjectPublicKeyInfo(_key.PublicKey.Span, out var read);
            return read == _key.PublicKey.Length
                ? algorithm
                : throw new CryptographicException($"{_key.PublicKey.Length - read} bytes follow the key of '{Name}'.");
        }
        catch
        {
            algorithm.Dispose();
            throw;
        }
    }
}
