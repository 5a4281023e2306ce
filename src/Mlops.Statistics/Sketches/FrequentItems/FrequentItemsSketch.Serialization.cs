using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.FrequentItems;

public sealed partial class FrequentItemsSketch
{
    // The length of a text, one byte of count.
    private const int ShortestItem = 2;

    /// <summary>Writes the sketch as sealed bytes, for <see cref="FrequentItemsDefinition.FromBytes"/>.</summary>
    /// <returns>A <see cref="BinaryEnvelope"/> with every item that is held, whole. The same sketch gives the same bytes.</returns>
    /// <exception cref="ArgumentException">The items are longer than <see cref="Envelope.MaximumLength"/> together.</exception>
    public byte[] ToBytes() =>
        SketchState.Seal(FrequentItemsDefinition.Kind, Definition.Version, Payload().WrittenSpan);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        SketchState.WriteTo(writer, Payload().WrittenSpan);
    }

    internal static FrequentItemsSketch ReadFrom(FrequentItemsDefinition definition, ReadOnlyMemory<byte> payload)
    {
        var reader = new BinaryPayloadReader(payload);
        SketchPayload.Expect(reader.ReadInt32("capacity"), definition.Capacity, "capacity", 0);
        var sketch = new FrequentItemsSketch(definition)
        {
            Count = reader.ReadCount("count"),
            MissingCount = reader.ReadCount("missing"),
        };
        var errorStart = reader.Position;
        sketch._held.Raise(reader.ReadCount("error"));
        sketch.ReadItems(reader);
        var (error, remainder) = (sketch.MaximumError, sketch.Remainder);
        if (error == 0 ? remainder > 0 : error > remainder / (definition.Capacity + 1L))
        {
            throw BinaryPayloadReader.Error(
                "error",
                errorStart,
                $"is {error}; with {remainder} of {sketch.Count} items not accounted for it is "
                    + (error == 0 ? "above 0" : $"at most {remainder / (definition.Capacity + 1L)}")
            );
        }

        reader.ThrowIfNotAtEnd();
        return sketch;
    }

    private BinaryPayloadWriter Payload()
    {
        var writer = new BinaryPayloadWriter();
        writer.WriteInt32(Definition.Capacity);
        writer.WriteCount(Count);
        writer.WriteCount(MissingCount);
        writer.WriteCount(MaximumError);
        var items = Items;
        writer.WriteVarUInt64((ulong)items.Count);
        foreach (var (item, lowerBound, _) in items)
        {
            writer.WriteString(item);
            writer.WriteCount(lowerBound);
        }

        return writer;
    }

    private void ReadItems(BinaryPayloadReader reader)
    {
        var start = reader.Position;
        var length = reader.ReadLength(ShortestItem, "items");
        if (length > Definition.HeldLimit)
        {
            throw BinaryPayloadReader.Error(
                "items",
                start,
                $"is {length}; with a capacity of {Definition.Capacity} at most {Definition.HeldLimit} are held"
            );
        }

        var previous = default(FrequentItem);
        for (var i = 0; i < length; i++)
        {
            start = reader.Position;
            var item = reader.ReadString(reader.Remaining, "item");
            var countStart = reader.Position;
            var lowerBound = reader.ReadCount("item's count");
            if (lowerBound < 1 || lowerBound > Remainder)
            {
                throw BinaryPayloadReader.Error(
                    "item's count",
                    countStart,
                    $"is {lowerBound}; it is at least 1, and all add up to at most {Count}"
                );
            }

            var current = new FrequentItem(item, lowerBound, lowerBound + MaximumError);
            if (LowerBoundOf(item) > 0 || (i > 0 && Compare(previous, current) >= 0))
            {
                throw BinaryPayloadReader.Error(
                    "item",
                    start,
                    "stands there twice or in the wrong place; the largest count is first, and equal ones are in ordinal order"
                );
            }

            _held.Add(item, lowerBound, nameof(reader));
            previous = current;
        }
    }
}
