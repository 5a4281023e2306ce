namespace Mlops.Data.Loading;

/// <summary>Bytes that can be read from the start more than once; what gzip packed is unpacked.</summary>
internal sealed class ByteSource : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _isOwned;
    private readonly long _start;
    private readonly ReplayStream? _replay;
    private GzipSource? _unpacked;
    private bool? _isPacked;

    private ByteSource(Stream stream, bool isOwned)
    {
        _stream = stream;
        _isOwned = isOwned;
        _start = stream.CanSeek ? stream.Position : 0;
        _replay = stream.CanSeek ? null : new ReplayStream(stream);
    }

    /// <summary>How many bytes there are, packed as they are; 0 when not known.</summary>
    public long TotalBytes => _replay?.TotalBytes ?? (_stream.Length - _start);

    /// <summary>A file, or a pipe that has a path.</summary>
    public static ByteSource OfFile(string path)
    {
        // The readers buffer; a second buffer would only copy.
        var options = new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan };
        return new ByteSource(new FileStream(path, options), isOwned: true);
    }

    /// <summary>A stream from its position on, which stays open.</summary>
    public static ByteSource OfStream(Stream stream) => new(stream, isOwned: false);

    /// <summary>The bytes from the start; the stream of an earlier call must be done with.</summary>
    /// <param name="isLast">Whether nobody will ask again, so that nothing need be kept.</param>
    public Stream Open(bool isLast = false)
    {
        _isPacked ??= BeginsAsGzip();
        var bytes = Rewound(isLast);
        if (_isPacked == false)
            return bytes;
        _unpacked?.Dispose();
        return _unpacked = new GzipSource(bytes);
    }

    /// <summary>How many bytes have been read, packed as they are.</summary>
    /// <param name="unpacked">How many bytes have been read of what <see cref="Open"/> gave.</param>
    public long BytesRead(long unpacked) =>
        _isPacked != true ? unpacked : _replay?.Position ?? (_stream.Position - _start);

    /// <inheritdoc/>
    public void Dispose()
    {
        _unpacked?.Dispose();
        _replay?.Dispose();
        if (_isOwned)
            _stream.Dispose();
    }

    private bool BeginsAsGzip()
    {
        Span<byte> first = stackalloc byte[2];
        return Rewound(isLast: false).ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length
            && first is [0x1F, 0x8B];
    }

    private Stream Rewound(bool isLast)
    {
        if (_replay is null)
        {
            _stream.Position = _start;
            return _stream;
        }

        _replay.Rewind(isLast);
        return _replay;
    }
}
