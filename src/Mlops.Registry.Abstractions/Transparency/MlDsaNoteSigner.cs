using System.Security.Cryptography;

namespace Mlops.Registry.Transparency;

/// <summary>Signs checkpoints by ML-DSA-44, which withstands quantum computers: type 0x06 of C2SP signed-note.</summary>
/// <remarks>
/// Safe for concurrent use until it is disposed of. Signs checkpoints only, and none with extension lines, since the
/// signature would not cover them. Source: C2SP, tlog-cosignature (c2sp.org/tlog-cosignature); FIPS 204 (2024).
/// </remarks>
public sealed class MlDsaNoteSigner : INoteSigner, IDisposable
{
    private readonly MLDsa _key;
    private readonly TimeProvider _time;
    private readonly Lock _oneAtATime = new();

    private MlDsaNoteSigner(string name, MLDsa key, TimeProvider time)
    {
        _key = key;
        _time = time;
        VerifierKey = new NoteVerifierKey(name, NoteSignatureType.MlDsa44Cosignature, key.ExportMLDsaPublicKey());
    }

    /// <summary>Whether the platform has ML-DSA.</summary>
    public static bool IsSupported => MLDsa.IsSupported;

    /// <inheritdoc/>
    public NoteVerifierKey VerifierKey { get; }

    /// <summary>Makes a new key.</summary>
    /// <param name="name">The name that it signs under: no space, no plus.</param>
    /// <param name="time">Says when a checkpoint is signed.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no such name.</exception>
    /// <exception cref="PlatformNotSupportedException">The platform has no ML-DSA.</exception>
    public static MlDsaNoteSigner Generate(string name, TimeProvider time)
    {
        NoteKeyName.ThrowIfInvalid(name, nameof(name));
        ArgumentNullException.ThrowIfNull(time);
        MlDsaCosignature.ThrowIfNotSupported();
        return new MlDsaNoteSigner(name, MLDsa.GenerateKey(MLDsaAlgorithm.MLDsa44), time);
    }

    /// <summary>Takes a private key by its seed.</summary>
    /// <param name="name">The name that it signs under: no space, no plus.</param>
    /// <param name="seed">The 32 bytes that <see cref="ExportSeed"/> gave.</param>
    /// <param name="time">Says when a checkpoint is signed.</param>
    /// <exception cref="ArgumentException">The name is none, or the seed is not 32 bytes long.</exception>
    /// <exception cref="PlatformNotSupportedException">The platform has no ML-DSA.</exception>
    public static MlDsaNoteSigner FromSeed(string name, ReadOnlySpan<byte> seed, TimeProvider time)
    {
        NoteKeyName.ThrowIfInvalid(name, nameof(name));
        ArgumentNullException.ThrowIfNull(time);
        var length = MLDsaAlgorithm.MLDsa44.PrivateSeedSizeInBytes;
        if (seed.Length != length)
        {
            throw new ArgumentException($"A seed has {length} bytes; this one has {seed.Length}.", nameof(seed));
        }

        MlDsaCosignature.ThrowIfNotSupported();
        return new MlDsaNoteSigner(name, MLDsa.ImportMLDsaPrivateSeed(MLDsaAlgorithm.MLDsa44, seed), time);
    }

    /// <summary>The private key, as its seed of 32 bytes. Whoever has it can sign as this log.</summary>
    public byte[] ExportSeed()
    {
        lock (_oneAtATime)
        {
            return _key.ExportMLDsaPrivateSeed();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text is no checkpoint, or one with extension lines.</exception>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(
        ReadOnlyMemory<byte> text,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var timestamp = (ulong)_time.GetUtcNow().ToUnixTimeSeconds();
        if (!MlDsaCosignature.TryCompose(VerifierKey.Name, timestamp, text.Span, out var message, out var problem))
        {
            throw new ArgumentException(
                $"ML-DSA-44 signs checkpoints only, and this is none: {problem}.",
                nameof(text)
            );
        }

        if (NoteText.TryRead(text.Span, out var read) && Checkpoint.Parse(read).Extensions.Count > 0)
        {
            throw new ArgumentException(
                "An ML-DSA-44 signature does not cover extension lines; leave them out.",
                nameof(text)
            );
        }

        lock (_oneAtATime)
        {
            return new((byte[])[.. MlDsaCosignature.BigEndian(timestamp), .. _key.SignData(message)]);
        }
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _key.Dispose();
}
