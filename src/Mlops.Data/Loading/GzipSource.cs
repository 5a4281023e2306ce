using System.IO.Compression;

namespace Mlops.Data.Loading;

/// <summary>Unpacks what gzip packed, and notices when it is cut off.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes the end of its input for the end of the text, so that half a file would pass for a whole one.
/// Therefore a member of known text is put behind the last: only when that comes out at the end was the one before complete.
/// </remarks>
internal sealed class GzipSource(Stream packed) : ReadOnlyStream
{
    private static readonly byte[] Mark = [.. "mlops: this is the end\0"u8];
    private static readonly byte[] PackedMark = Pack(Mark);

    private readonly GZipStream _unpacked = new(new Followed(packed, PackedMark), CompressionMode.Decompress);
    private readonly byte[] _held = new byte[1 << 16];
    private int _start;
    private int _end;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0)
            return 0;
        while (_end - _start <= Mark.Length)
        {
            // The last bytes stay behind, for they may be the mark.
            _held.AsSpan(_start, _end - _start).CopyTo(_held);
            (_start, _end) = (0, _end - _start);
            var read = _unpacked.Read(_held, _end, _held.Length - _end);
            if (read == 0)
                return _held.AsSpan(0, _end).SequenceEqual(Mark) ? 0 : throw new InvalidDataException("It is cut off.");
            _end += read;
        }

        var length = Math.Min(buffer.Length, _end - _start - Mark.Length);
        _held.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(text);
        return packed.ToArray();
    }

    /// <summary>A stream, which stays open, and then some bytes.</summary>
    private sealed class Followed(Stream first, byte[] last) : ReadOnlyStream
    {
        private int _position;

        public override int Read(Span<byte> buffer)
        {
            if (_position == 0 && first.Read(buffer) is > 0 and var read)
                return read;
            var length = Math.Min(buffer.Length, last.Length - _position);
            last.AsSpan(_position, length).CopyTo(buffer);
            _position += length;
            return length;
        }
    }
}
