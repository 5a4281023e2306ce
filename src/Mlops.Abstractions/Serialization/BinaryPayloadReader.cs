using System.Buffers.Binary;
using System.Text;

namespace Mlops.Serialization;

/// <summary>Reads the fields of a binary payload in the order in which <see cref="BinaryPayloadWriter"/> wrote them.</summary>
/// <remarks>
/// Each field is named, so that an error says which one is wrong and at which byte. Nothing is read past the end, and a number of
/// elements is checked against the bytes that are left before anything is allocated. Not thread-safe.
/// </remarks>
public sealed class BinaryPayloadReader
{
    private const int LongestVarInt = 10;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly ReadOnlyMemory<byte> _payload;

    /// <summary>Makes a reader at the first byte.</summary>
    /// <param name="payload">The bytes; they are not copied and must not change meanwhile.</param>
    public BinaryPayloadReader(ReadOnlyMemory<byte> payload) => _payload = payload;

    /// <summary>The byte that is read next, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public int Remaining => _payload.Length - Position;

    /// <summary>Reads one byte.</summary>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">Nothing is left.</exception>
    public byte ReadUInt8(string field) => ReadBytes(1, field)[0];

    /// <summary>Reads an integer of 4 bytes.</summary>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public int ReadInt32(string field) => BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(sizeof(int), field));

    /// <summary>Reads an integer of 8 bytes.</summary>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public long ReadInt64(string field) => BinaryPrimitives.ReadInt64LittleEndian(ReadBytes(sizeof(long), field));

    /// <summary>Reads an unsigned integer of 8 bytes.</summary>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public ulong ReadUInt64(string field) => BinaryPrimitives.ReadUInt64LittleEndian(ReadBytes(sizeof(ulong), field));

    /// <summary>Reads an unsigned integer of 1 to 10 bytes.</summary>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">The bytes end within it, it is beyond 64 bits, or it is written in more bytes than it needs.</exception>
    public ulong ReadVarUInt64(string field)
    {
        var start = Position;
        var value = 0UL;
        for (var i = 0; i < LongestVarInt; i++)
        {
            var part = ReadUInt8(field);
            if (i == LongestVarInt - 1 && part > 1)
            {
                break;
            }

            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                return part > 0 || i == 0
                    ? value
                    : throw Error(field, start, $"is {value} in {i + 1} bytes, which is more than it needs");
            }
        }

        throw Error(field, start, "does not end within 64 bits");
    }

    /// <summary>Reads a number of elements, as <see cref="ReadVarUInt64"/> does, and makes sure that so many can follow.</summary>
    /// <param name="elementSize">How many bytes each element takes at least, at least 1.</param>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="elementSize"/> is less than 1.</exception>
    /// <exception cref="FormatException">It is no such integer, or more than the bytes that are left can hold.</exception>
    public int ReadLength(int elementSize, string field)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(elementSize, 1);
        var start = Position;
        var length = ReadVarUInt64(field);
        return length <= (ulong)(Remaining / elementSize)
            ? (int)length
            : throw Error(
                field,
                start,
                $"is {length}; the {Remaining} bytes that are left hold at most {Remaining / elementSize} elements of {elementSize} bytes"
            );
    }

    /// <summary>Reads a double of 8 bytes, bit for bit.</summary>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public double ReadDouble(string field) => BitConverter.UInt64BitsToDouble(ReadUInt64(field));

    /// <summary>Reads a float of 4 bytes, bit for bit.</summary>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public float ReadSingle(string field) => BitConverter.Int32BitsToSingle(ReadInt32(field));

    /// <summary>Reads a text: the number of its bytes, and the bytes.</summary>
    /// <param name="maximumLength">The most bytes it may have.</param>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">It is longer than that, the bytes end within it, or it is not UTF-8.</exception>
    public string ReadString(int maximumLength, string field)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumLength);
        var start = Position;
        var length = ReadLength(1, field);
        if (length > maximumLength)
        {
            throw Error(field, start, $"is a text of {length} bytes; it has at most {maximumLength}");
        }

        try
        {
            return StrictUtf8.GetString(ReadBytes(length, field));
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException(Describe(field, start, "is not valid UTF-8"), exception);
        }
    }

    /// <summary>Reads bytes as they are.</summary>
    /// <param name="length">How many.</param>
    /// <param name="field">What it is, for an error.</param>
    /// <returns>A view of the payload.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public ReadOnlySpan<byte> ReadBytes(int length, string field)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > Remaining)
        {
            throw Error(field, Position, $"takes {length} bytes, and {Remaining} are left");
        }

        Position += length;
        return _payload.Span.Slice(Position - length, length);
    }

    /// <summary>Reads doubles of 8 bytes each.</summary>
    /// <param name="destination">Where to; as many are read as it holds.</param>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public void ReadDoubles(Span<double> destination, string field)
    {
        ThrowIfShort(destination.Length, sizeof(double), field);
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = ReadDouble(field);
        }
    }

    /// <summary>Reads floats of 4 bytes each.</summary>
    /// <param name="destination">Where to; as many are read as it holds.</param>
    /// <param name="field">What it is, for an error.</param>
    /// <exception cref="FormatException">Fewer bytes are left.</exception>
    public void ReadSingles(Span<float> destination, string field)
    {
        ThrowIfShort(destination.Length, sizeof(float), field);
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = ReadSingle(field);
        }
    }

    /// <summary>Makes sure that every byte was read.</summary>
    /// <exception cref="FormatException">Bytes are left.</exception>
    public void ThrowIfNotAtEnd()
    {
        if (Remaining > 0)
        {
            throw new FormatException($"The payload should end at byte {Position}, and {Remaining} more bytes follow.");
        }
    }

    /// <summary>The error for a field that was read but can't be.</summary>
    /// <param name="field">What it is.</param>
    /// <param name="position">The byte where it begins.</param>
    /// <param name="problem">What is wrong with it and what would be right: <c>is 3; it is at most 2</c>.</param>
    public static FormatException Error(string field, int position, string problem) =>
        new(Describe(field, position, problem));

    private static string Describe(string field, int position, string problem) =>
        $"'{field}', at byte {position}, {problem}.";

    private void ThrowIfShort(int count, int size, string field)
    {
        if (count > Remaining / size)
        {
            throw Error(field, Position, $"takes {(long)count * size} bytes, and {Remaining} are left");
        }
    }
}
