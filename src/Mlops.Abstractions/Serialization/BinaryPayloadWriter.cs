using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Mlops.Serialization;

/// <summary>Writes the fields of a binary payload one after the other, little-endian; <see cref="BinaryPayloadReader"/> reads them.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class BinaryPayloadWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>What has been written so far; good until the next write.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _buffer.WrittenSpan;

    /// <summary>A copy of what has been written so far.</summary>
    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    /// <summary>Writes one byte.</summary>
    /// <param name="value">Any byte.</param>
    public void WriteUInt8(byte value) => _buffer.Write([value]);

    /// <summary>Writes an integer in 4 bytes.</summary>
    /// <param name="value">Any integer.</param>
    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), value);
        _buffer.Advance(sizeof(int));
    }

    /// <summary>Writes an integer in 8 bytes.</summary>
    /// <param name="value">Any integer.</param>
    public void WriteInt64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(sizeof(long)), value);
        _buffer.Advance(sizeof(long));
    }

    /// <summary>Writes an unsigned integer in 8 bytes.</summary>
    /// <param name="value">Any integer.</param>
    public void WriteUInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.GetSpan(sizeof(ulong)), value);
        _buffer.Advance(sizeof(ulong));
    }

    /// <summary>Writes an unsigned integer in as many bytes as it needs: seven bits each, low ones first, the high bit on all but the last (LEB128).</summary>
    /// <param name="value">Any integer; 1 byte up to 127, at most 10.</param>
    public void WriteVarUInt64(ulong value)
    {
        while (value >= 0x80)
        {
            WriteUInt8((byte)(value | 0x80));
            value >>= 7;
        }

        WriteUInt8((byte)value);
    }

    /// <summary>Writes a double in 8 bytes, bit for bit.</summary>
    /// <param name="value">Any double, NaN too.</param>
    public void WriteDouble(double value) => WriteUInt64(BitConverter.DoubleToUInt64Bits(value));

    /// <summary>Writes a float in 4 bytes, bit for bit.</summary>
    /// <param name="value">Any float, NaN too.</param>
    public void WriteSingle(float value) => WriteInt32(BitConverter.SingleToInt32Bits(value));

    /// <summary>Writes the number of a text's bytes, as <see cref="WriteVarUInt64"/> does, and the bytes in UTF-8.</summary>
    /// <param name="value">Any text of valid Unicode.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds a lone surrogate.</exception>
    public void WriteString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!CanonicalJsonSerializer.IsUnicode(value))
        {
            throw new ArgumentException("The text holds a lone surrogate, which UTF-8 has no form for.", nameof(value));
        }

        WriteVarUInt64((ulong)Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _buffer);
    }

    /// <summary>Writes bytes as they are, without their number.</summary>
    /// <param name="values">The bytes.</param>
    public void WriteBytes(ReadOnlySpan<byte> values) => _buffer.Write(values);

    /// <summary>Writes doubles, 8 bytes each, without their number.</summary>
    /// <param name="values">The doubles.</param>
    public void WriteDoubles(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            WriteDouble(value);
        }
    }

    /// <summary>Writes floats, 4 bytes each, without their number.</summary>
    /// <param name="values">The floats.</param>
    public void WriteSingles(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            WriteSingle(value);
        }
    }
}
