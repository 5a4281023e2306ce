using System.Buffers;
using System.Security.Cryptography;
using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>Copies a stream and digests it on the way, in constant memory: what a store does when it writes.</summary>
public static class ArtifactCopy
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Copies the rest of a stream.</summary>
    /// <param name="source">Read from where it stands to its end; it stays open.</param>
    /// <param name="target">Where the bytes go; it stays open and is not flushed. <see cref="Stream.Null"/> to digest alone.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <returns>The bytes that were copied, and their digest.</returns>
    public static async Task<(long Length, ContentDigest Digest)> RunAsync(
        Stream source,
        Stream target,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long length = 0;
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                length += read;
            }

            return (length, ContentDigest.FromHash(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
