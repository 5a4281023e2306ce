using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.Cardinality;

public sealed partial class HyperLogLog
{
    private const byte SparseForm = 0;
    private const byte DenseForm = 1;

    /// <summary>Writes the sketch as sealed bytes, for <see cref="HyperLogLogDefinition.FromBytes"/>.</summary>
    /// <returns>A <see cref="BinaryEnvelope"/>: the hashes, 8 bytes each, while it is exact; then the registers, 6 bits each. The same sketch gives the same bytes.</returns>
    public byte[] ToBytes() => SketchState.Seal(HyperLogLogDefinition.Kind, Definition.Version, Payload().WrittenSpan);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        SketchState.WriteTo(writer, Payload().WrittenSpan);
    }

    internal static HyperLogLog ReadFrom(HyperLogLogDefinition definition, ReadOnlyMemory<byte> payload)
    {
        var reader = new BinaryPayloadReader(payload);
        SketchPayload.Expect(reader.ReadUInt8("precision"), definition.Precision, "precision", 0);
        var start = reader.Position;
        SketchPayload.Expect(reader.ReadUInt64("seed"), definition.Seed, "seed", start);
        var sketch = new HyperLogLog(definition)
        {
            Count = reader.ReadCount("count"),
            MissingCount = reader.ReadCount("missing"),
        };
        start = reader.Position;
        switch (reader.ReadUInt8("form"))
        {
            case SparseForm:
                sketch.ReadHashes(reader);
                break;
            case DenseForm:
                sketch.ReadRegisters(reader);
                break;
            case var form:
                throw BinaryPayloadReader.Error(
                    "form",
                    start,
                    $"is {form}; it is {SparseForm} for hashes or {DenseForm} for registers"
                );
        }

        reader.ThrowIfNotAtEnd();
        return sketch;
    }

    private BinaryPayloadWriter Payload()
    {
        var writer = new BinaryPayloadWriter();
        writer.WriteUInt8((byte)Definition.Precision);
        writer.WriteUInt64(Definition.Seed);
        writer.WriteCount(Count);
        writer.WriteCount(MissingCount);
        if (_hashes is not null)
        {
            writer.WriteUInt8(SparseForm);
            writer.WriteVarUInt64((ulong)_hashes.Count);
            foreach (var hash in _hashes.ToSortedArray())
            {
                writer.WriteUInt64(hash);
            }
        }
        else
        {
            writer.WriteUInt8(DenseForm);
            var saved = new byte[_registers!.SavedLength];
            _registers.Save(saved);
            writer.WriteBytes(saved);
        }

        return writer;
    }

    private void ReadHashes(BinaryPayloadReader reader)
    {
        var start = reader.Position;
        var length = reader.ReadLength(sizeof(ulong), "hashes");
        if (length > Definition.ExactLimit || length > Count || (length == 0 && Count > 0))
        {
            throw BinaryPayloadReader.Error(
                "hashes",
                start,
                $"is {length}; of {Count} values there are {Math.Min(1, Count)} to {Math.Min(Definition.ExactLimit, Count)} distinct hashes"
            );
        }

        var previous = 0UL;
        for (var i = 0; i < length; i++)
        {
            start = reader.Position;
            var hash = reader.ReadUInt64("hash");
            if (i > 0 && hash <= previous)
            {
                throw BinaryPayloadReader.Error(
                    "hash",
                    start,
                    $"is {hash}, after {previous}; each is above the one before"
                );
            }

            previous = hash;
            _hashes!.Add(hash);
        }
    }

    private void ReadRegisters(BinaryPayloadReader reader)
    {
        var start = reader.Position;
        var registers = new HyperLogLogRegisters(Definition.Precision);
        var wrong = registers.Load(reader.ReadBytes(registers.SavedLength, "registers"));
        if (wrong >= 0)
        {
            throw BinaryPayloadReader.Error(
                "registers",
                start,
                $"has rank {registers[wrong]} in register {wrong}; with precision {Definition.Precision} a rank is at most {registers.LargestRank}"
            );
        }

        var fewest = Math.Max(Definition.ExactLimit + 1, registers.OccupiedCount);
        if (registers.OccupiedCount == 0 || Count < fewest)
        {
            throw BinaryPayloadReader.Error(
                "registers",
                start,
                $"has {registers.OccupiedCount} occupied registers for {Count} values; there is at least one, and they take at least {fewest} values"
            );
        }

        (_hashes, _registers) = (null, registers);
    }
}
