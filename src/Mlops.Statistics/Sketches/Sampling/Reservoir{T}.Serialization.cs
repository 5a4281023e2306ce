using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.Sampling;

public sealed partial class Reservoir<T>
{
    // One byte of stream and one of row, besides the value.
    private const int ShortestPlace = 2;

    /// <summary>Writes the sample as sealed bytes, for <see cref="ReservoirDefinition{T}.FromBytes"/>.</summary>
    /// <returns>A <see cref="BinaryEnvelope"/> with stream, row and value of each row that is drawn. The same sample gives the same bytes.</returns>
    public byte[] ToBytes() => SketchState.Seal(ReservoirDefinition<T>.Kind, Definition.Version, Payload().WrittenSpan);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        SketchState.WriteTo(writer, Payload().WrittenSpan);
    }

    internal static Reservoir<T> ReadFrom(ReservoirDefinition<T> definition, ReadOnlyMemory<byte> payload)
    {
        var reader = new BinaryPayloadReader(payload);
        SketchPayload.Expect(reader.ReadUInt8("type"), ReservoirValue<T>.TypeCode, "type", 0);
        var start = reader.Position;
        SketchPayload.Expect(reader.ReadInt32("size"), definition.Size, "size", start);
        start = reader.Position;
        SketchPayload.Expect(reader.ReadUInt64("seed"), definition.Seed, "seed", start);
        var sample = new Reservoir<T>(definition)
        {
            Count = reader.ReadCount("count"),
            MissingCount = reader.ReadCount("missing"),
        };
        sample.ReadEntries(reader);
        reader.ThrowIfNotAtEnd();
        return sample;
    }

    private BinaryPayloadWriter Payload()
    {
        var writer = new BinaryPayloadWriter();
        writer.WriteUInt8(ReservoirValue<T>.TypeCode);
        writer.WriteInt32(Definition.Size);
        writer.WriteUInt64(Definition.Seed);
        writer.WriteCount(Count);
        writer.WriteCount(MissingCount);
        var entries = _entries.Sorted();
        writer.WriteVarUInt64((ulong)entries.Length);
        foreach (var entry in entries)
        {
            // The priority follows from these two.
            writer.WriteVarUInt64(entry.Stream);
            writer.WriteCount(entry.Row);
            ReservoirValue<T>.Write(writer, entry.Bits);
        }

        return writer;
    }

    private void ReadEntries(BinaryPayloadReader reader)
    {
        var start = reader.Position;
        var length = reader.ReadLength(ShortestPlace + ReservoirValue<T>.SavedLength, "rows");
        if (length != EffectiveSize)
        {
            throw BinaryPayloadReader.Error(
                "rows",
                start,
                $"is {length}; of {Count} rows a sample of size {Definition.Size} has {EffectiveSize}"
            );
        }

        var previous = default(ReservoirEntry);
        for (var i = 0; i < length; i++)
        {
            start = reader.Position;
            var (stream, row) = (reader.ReadVarUInt64("stream"), reader.ReadCount("row"));
            var valueStart = reader.Position;
            var bits = ReservoirValue<T>.Read(reader, "value");
            var value = ReservoirValue<T>.FromBits(bits);
            if (ReservoirValue<T>.IsMissing(value) || ReservoirValue<T>.Bits(value) != bits)
            {
                throw BinaryPayloadReader.Error(
                    "value",
                    valueStart,
                    "is NaN or -0.0; a missing value is not drawn, and zero is kept as 0.0"
                );
            }

            var entry = new ReservoirEntry(ReservoirEntry.PriorityOf(Definition.Seed, stream, row), stream, row, bits);
            if (i > 0 && previous.CompareTo(entry) > 0)
            {
                throw BinaryPayloadReader.Error(
                    "stream",
                    start,
                    $"is {stream} with row {row}, whose priority is below that of the row before; the least is first"
                );
            }

            _entries.Add(entry);
            previous = entry;
        }
    }
}
