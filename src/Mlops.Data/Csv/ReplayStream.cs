namespace Mlops.Data.Csv;

/// <summary>Keeps what is read of a stream that cannot seek, so that it can be read again.</summary>
/// <remarks>In blocks, since a single array ends at 2 GiB.</remarks>
internal sealed class ReplayStream(Stream source) : Stream
{
    private const int BlockLength = 1 << 20;
    private readonly List<byte[]> _blocks = [];
    private long _recorded;
    private long _position;
    private bool _isComplete;

    /// <summary>How many bytes there are; 0 while the end has not been seen.</summary>
    public long TotalBytes => _isComplete ? _recorded : 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>Goes back to the first byte.</summary>
    public void Rewind() => _position = 0;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0)
            return 0;
        if (_position == _recorded && !Record(buffer.Length))
            return 0;
        var offset = (int)(_position % BlockLength);
        var length = (int)Math.Min(Math.Min(buffer.Length, BlockLength - offset), _recorded - _position);
        _blocks[(int)(_position / BlockLength)].AsSpan(offset, length).CopyTo(buffer);
        _position += length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Record(int wanted)
    {
        if (_isComplete)
            return false;
        var offset = (int)(_recorded % BlockLength);
        if (_blocks.Count * (long)BlockLength == _recorded)
            _blocks.Add(new byte[BlockLength]);
        var read = source.Read(_blocks[^1], offset, Math.Min(wanted, BlockLength - offset));
        _recorded += read;
        _isComplete = read == 0;
        return !_isComplete;
    }
}
