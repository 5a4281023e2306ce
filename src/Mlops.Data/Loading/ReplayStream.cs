namespace Mlops.Data.Loading;

/// <summary>Keeps what is read of a stream that cannot seek, so that it can be read again.</summary>
/// <remarks>In blocks, since a single array ends at 2 GiB.</remarks>
internal sealed class ReplayStream(Stream source) : ReadOnlyStream
{
    private const int BlockLength = 1 << 20;
    private readonly List<byte[]?> _blocks = [];
    private long _recorded;
    private long _position;
    private bool _isComplete;
    private bool _isLast;

    /// <summary>How many bytes there are; 0 while the end has not been seen.</summary>
    public long TotalBytes => _isComplete ? _recorded : 0;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>Goes back to the first byte.</summary>
    /// <param name="isLast">Whether for the last time: then what was kept is given up as it is read, and no more is kept.</param>
    public void Rewind(bool isLast)
    {
        _position = 0;
        _isLast = isLast;
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0)
            return 0;
        if (_position == _recorded && _isLast)
            return Pass(buffer);
        if (_position == _recorded && !Record(buffer.Length))
            return 0;
        var offset = (int)(_position % BlockLength);
        var length = (int)Math.Min(Math.Min(buffer.Length, BlockLength - offset), _recorded - _position);
        var block = (int)(_position / BlockLength);
        _blocks[block].AsSpan(offset, length).CopyTo(buffer);
        _position += length;
        if (_isLast && (_position == _recorded || offset + length == BlockLength))
            _blocks[block] = null;
        return length;
    }

    private int Pass(Span<byte> buffer)
    {
        if (_isComplete)
            return 0;
        var read = source.Read(buffer);
        _isComplete = read == 0;
        _recorded += read;
        _position += read;
        return read;
    }

    private bool Record(int wanted)
    {
        if (_isComplete)
            return false;
        var offset = (int)(_recorded % BlockLength);
        if (_blocks.Count * (long)BlockLength == _recorded)
            _blocks.Add(new byte[BlockLength]);
        var read = source.Read(_blocks[^1]!, offset, Math.Min(wanted, BlockLength - offset));
        _recorded += read;
        _isComplete = read == 0;
        return !_isComplete;
    }
}
