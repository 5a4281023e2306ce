using System.Security.Cryptography;
using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>A stream over stored content that verifies its digest as it is read.</summary>
/// <remarks>
/// It stays ahead of its reader by at least a byte: the last byte is handed out only after the digest of the whole was found
/// right. So a reader that reads to the end never has the whole of altered content, and one that stops earlier knows that it
/// has verified nothing. It reads forward only, in 64 KiB of memory. Not for use from several threads at once.
/// </remarks>
public sealed class ArtifactReadStream : Stream
{
    private const int BufferSize = 64 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly Stream _content;
    private readonly ContentDigest _expected;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _end;
    private ArtifactCorruptException? _failure;
    private long _length;
    private int _next;

    /// <summary>Wraps content.</summary>
    /// <param name="content">Read from where it stands to its end; disposed with this stream.</param>
    /// <param name="expected">The digest that it must have.</param>
    public ArtifactReadStream(Stream content, ContentDigest expected)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (expected == default)
        {
            throw new ArgumentException("The default digest is no digest.", nameof(expected));
        }

        (_content, _expected) = (content, expected);
    }

    /// <summary>Whether the whole content was read and has the expected digest.</summary>
    public bool IsVerified { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Not supported: the stream only goes forward.</summary>
    public override long Length => throw ForwardOnly();

    /// <summary>Not supported: the stream only goes forward.</summary>
    public override long Position
    {
        get => throw ForwardOnly();
        set => throw ForwardOnly();
    }

    /// <inheritdoc/>
    /// <exception cref="ArtifactCorruptException">The content has another digest.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    /// <exception cref="ArtifactCorruptException">The content has another digest.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && NeedsMore())
        {
            Accept(_content.ReadAtLeast(Free().Span, Free().Length, throwOnEndOfStream: false));
        }

        return HandOut(buffer);
    }

    /// <inheritdoc/>
    /// <exception cref="ArtifactCorruptException">The content has another digest.</exception>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    /// <exception cref="ArtifactCorruptException">The content has another digest.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty && NeedsMore())
        {
            var free = Free();
            Accept(
                await _content
                    .ReadAtLeastAsync(free, free.Length, throwOnEndOfStream: false, cancellationToken)
                    .ConfigureAwait(false)
            );
        }

        return HandOut(buffer.Span);
    }

    /// <summary>Does nothing: nothing is written.</summary>
    public override void Flush() { }

    /// <summary>Not supported: the stream only goes forward.</summary>
    /// <param name="offset">Not used.</param>
    /// <param name="origin">Not used.</param>
    public override long Seek(long offset, SeekOrigin origin) => throw ForwardOnly();

    /// <summary>Not supported: the stream is read only.</summary>
    /// <param name="value">Not used.</param>
    public override void SetLength(long value) => throw ReadOnly();

    /// <summary>Not supported: the stream is read only.</summary>
    /// <param name="buffer">Not used.</param>
    /// <param name="offset">Not used.</param>
    /// <param name="count">Not used.</param>
    public override void Write(byte[] buffer, int offset, int count) => throw ReadOnly();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private static NotSupportedException ForwardOnly() => new("Verified content is read from start to end.");

    private static NotSupportedException ReadOnly() => new("Stored content is never changed.");

    // Until the end is seen and verified, the last byte that was read is held back.
    private int Available() => IsVerified ? _end - _next : Math.Max(0, _end - _next - 1);

    private bool NeedsMore()
    {
        if (_failure is { } failure)
        {
            throw new ArtifactCorruptException(failure.Expected, failure.Actual, _length);
        }

        return !IsVerified && Available() == 0;
    }

    private Memory<byte> Free()
    {
        _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
        (_next, _end) = (0, _end - _next);
        return _buffer.AsMemory(_end);
    }

    private void Accept(int read)
    {
        var atEnd = read < _buffer.Length - _end;
        _hash.AppendData(_buffer, _end, read);
        _end += read;
        _length += read;
        if (!atEnd)
        {
            return;
        }

        var actual = ContentDigest.FromHash(_hash.GetHashAndReset());
        if (actual != _expected)
        {
            _failure = new ArtifactCorruptException(_expected, actual, _length);
            throw _failure;
        }

        IsVerified = true;
    }

    private int HandOut(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, Available());
        _buffer.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }
}
