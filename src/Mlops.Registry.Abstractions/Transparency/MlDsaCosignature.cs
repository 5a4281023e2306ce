using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Mlops.Registry.Transparency;

/// <summary>What an ML-DSA-44 cosignature is made of and over: C2SP tlog-cosignature, type 0x06.</summary>
internal static class MlDsaCosignature
{
    public const int TimestampLength = sizeof(ulong);
    private const int LongestName = byte.MaxValue;

    public static void ThrowIfNotSupported()
    {
        if (!MLDsa.IsSupported)
        {
            throw new PlatformNotSupportedException(
                "This platform has no ML-DSA: on Linux it comes with OpenSSL 3.5, on Windows with the 2025 updates. Sign with ECDSA here."
            );
        }
    }

    /// <summary>The message that is signed: names, time, and the head of the log; extension lines are not in it.</summary>
    /// <param name="cosigner">The name of the key.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="text">The text of a note.</param>
    /// <param name="message">The <c>cosigned_message</c>.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryCompose(
        string cosigner,
        ulong timestamp,
        ReadOnlySpan<byte> text,
        [NotNullWhen(true)] out byte[]? message,
        [NotNullWhen(false)] out string? problem
    )
    {
        message = null;
        problem = "it is not UTF-8";
        if (!NoteText.TryRead(text, out var read) || !Checkpoint.TryParse(read, out var checkpoint, out problem))
        {
            return false;
        }

        var name = NoteText.ToBytes(cosigner);
        var origin = NoteText.ToBytes(checkpoint.Origin);
        if (name.Length > LongestName || origin.Length > LongestName)
        {
            problem = $"the name of the key and the origin may have at most {LongestName} bytes";
            return false;
        }

        message =
        [
            .. "subtree/v1\n\0"u8,
            (byte)name.Length,
            .. name,
            .. BigEndian(timestamp),
            (byte)origin.Length,
            .. origin,
            .. BigEndian(0),
            .. BigEndian((ulong)checkpoint.Size),
            .. checkpoint.Root.ToArray(),
        ];
        problem = null;
        return true;
    }

    public static byte[] BigEndian(ulong number)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return bytes;
    }
}
