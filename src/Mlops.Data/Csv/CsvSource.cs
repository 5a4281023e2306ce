namespace Mlops.Data.Csv;

/// <summary>Bytes that can be read from the start more than once.</summary>
internal abstract class CsvSource : IDisposable
{
    /// <summary>How many bytes there are; 0 when not known.</summary>
    public abstract long TotalBytes { get; }

    /// <summary>A file, or a pipe that has a path.</summary>
    public static CsvSource OfFile(string path)
    {
        // The CSV reader buffers; a second buffer would only copy.
        var file = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        return Of(file, isOwned: true);
    }

    /// <summary>A stream from its position on, which stays open.</summary>
    public static CsvSource OfStream(Stream stream) => Of(stream, isOwned: false);

    /// <summary>The bytes from the start; the one before must be done with.</summary>
    public abstract Stream Open();

    /// <inheritdoc/>
    public abstract void Dispose();

    private static CsvSource Of(Stream stream, bool isOwned) =>
        stream.CanSeek ? new SeekableSource(stream, isOwned) : new OnceOnlySource(stream, isOwned);

    private sealed class SeekableSource(Stream stream, bool isOwned) : CsvSource
    {
        private readonly long _start = stream.Position;

        public override long TotalBytes => stream.Length - _start;

        public override Stream Open()
        {
            stream.Position = _start;
            return stream;
        }

        public override void Dispose()
        {
            if (isOwned)
                stream.Dispose();
        }
    }

    private sealed class OnceOnlySource(Stream stream, bool isOwned) : CsvSource
    {
        private ReplayStream? _recording;

        public override long TotalBytes => _recording?.TotalBytes ?? 0;

        public override Stream Open()
        {
            if (_recording is null)
                _recording = new ReplayStream(stream);
            else
                _recording.Rewind();
            return _recording;
        }

        public override void Dispose()
        {
            _recording?.Dispose();
            if (isOwned)
                stream.Dispose();
        }
    }
}
