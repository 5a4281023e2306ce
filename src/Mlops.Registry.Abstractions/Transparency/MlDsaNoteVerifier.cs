using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mlops.Registry.Transparency;

/// <summary>Checks ML-DSA-44 cosignatures of checkpoints: type 0x06 of C2SP signed-note, by C2SP tlog-cosignature.</summary>
/// <remarks>
/// The signature is over the origin, the size and the root, the name of the key and the time; a text that is no checkpoint
/// has none, and extension lines are not covered. Source: FIPS 204 (2024).
/// </remarks>
public sealed class MlDsaNoteVerifier : INoteVerifier
{
    private readonly NoteVerifierKey _key;

    /// <summary>Takes a public key.</summary>
    /// <param name="key">A key of type <see cref="NoteSignatureType.MlDsa44Cosignature"/>: 1312 bytes.</param>
    /// <exception cref="ArgumentException">The key is of another type or length.</exception>
    /// <exception cref="PlatformNotSupportedException">The platform has no ML-DSA.</exception>
    public MlDsaNoteVerifier(NoteVerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var length = MLDsaAlgorithm.MLDsa44.PublicKeySizeInBytes;
        if (key.Type != NoteSignatureType.MlDsa44Cosignature || key.PublicKey.Length != length)
        {
            throw new ArgumentException(
                $"The key of '{key.Name}' is of type {key.Type} and has {key.PublicKey.Length} bytes; "
                    + $"an ML-DSA-44 key is of type {NoteSignatureType.MlDsa44Cosignature} and has {length}.",
                nameof(key)
            );
        }

        MlDsaCosignature.ThrowIfNotSupported();
        _key = key;
    }

    /// <inheritdoc/>
    public string Name => _key.Name;

    /// <inheritdoc/>
    public uint KeyId => _key.KeyId;

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        const int Prefix = MlDsaCosignature.TimestampLength;
        if (signature.Length != Prefix + MLDsaAlgorithm.MLDsa44.SignatureSizeInBytes)
        {
            return false;
        }

        var timestamp = BinaryPrimitives.ReadUInt64BigEndian(signature);
        if (timestamp > long.MaxValue || !MlDsaCosignature.TryCompose(Name, timestamp, text, out var message, out _))
        {
            return false;
        }

        using var key = MLDsa.ImportMLDsaPublicKey(MLDsaAlgorithm.MLDsa44, _key.PublicKey.Span);
        return key.VerifyData(message, signature[Prefix..]);
    }
}
