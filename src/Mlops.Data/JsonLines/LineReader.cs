namespace Mlops.Data.JsonLines;

/// <summary>Reads a stream line by line: LF or CR LF, and a byte order mark of UTF-8 left out.</summary>
internal sealed class LineReader(Stream stream, int maxBytes)
{
    private const int FirstLength = 1 << 16;

    private byte[] _buffer = new byte[FirstLength];
    private int _start;
    private int _end;
    private int _next;
    private bool _isAtEnd;

    /// <summary>The line, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>How many bytes lie before the current line.</summary>
    public long ByteOffset { get; private set; }

    /// <summary>The current line, without its line break.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_start, _next - _start).TrimEnd("\r\n"u8);

    /// <summary>Goes to the next line.</summary>
    /// <returns>What became of it.</returns>
    public LineStatus Read()
    {
        ByteOffset += _next - _start;
        _start = _next;
        LineNumber++;
        var searched = _start;
        while (true)
        {
            var position = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (position >= 0)
            {
                _next = searched + position + 1;
                return Found();
            }

            searched = _end;
            if (searched - _start > maxBytes)
            {
                _next = _end;
                return LineStatus.TooLong;
            }

            if (_isAtEnd || !Fill(ref searched))
            {
                _next = _end;
                return _start == _end ? LineStatus.End : Found();
            }
        }
    }

    private LineStatus Found()
    {
        if (LineNumber == 1 && Line.StartsWith("\uFEFF"u8))
        {
            _start += 3;
            ByteOffset += 3;
        }

        return Line.Length > maxBytes ? LineStatus.TooLong : LineStatus.Line;
    }

    private bool Fill(ref int searched)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_end, searched, _start) = (_end - _start, searched - _start, 0);
            _next = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, Array.MaxLength));
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = read == 0;
        _end += read;
        return !_isAtEnd;
    }
}
