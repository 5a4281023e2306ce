using System.Numerics;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>The binary state of a sketch: written whole, and refused where any part contradicts another.</summary>
internal static class KllPayload<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal static byte[] Write(KllSketch<T> sketch)
    {
        var levels = sketch.Levels;
        var writer = new BinaryPayloadWriter();
        writer.WriteUInt8(KllScalar<T>.Width);
        writer.WriteInt32(sketch.Definition.Size);
        writer.WriteUInt64(sketch.Definition.Seed);
        writer.WriteCount(sketch.Count);
        writer.WriteCount(sketch.MissingCount);
        if (sketch.Count > 0)
        {
            KllScalar<T>.Write(writer, [sketch.Minimum, sketch.Maximum]);
        }

        writer.WriteUInt8((byte)levels.Height);
        if (levels.Height > 1)
        {
            writer.WriteUInt64(levels.History);
            writer.WriteUInt64((ulong)levels.Variance);
            writer.WriteUInt64((ulong)(levels.Variance >> 64));
            writer.WriteUInt8(levels.IsLossless ? (byte)1 : (byte)0);
        }

        for (var level = 0; level < levels.Height; level++)
        {
            writer.WriteCount(levels[level].Length);
            KllScalar<T>.Write(writer, levels[level]);
        }

        return writer.ToArray();
    }

    /// <exception cref="FormatException">It is not such a state, or of another definition.</exception>
    internal static KllSketch<T> Read(KllDefinition<T> definition, ReadOnlyMemory<byte> payload)
    {
        var reader = new BinaryPayloadReader(payload);
        ReadDefinition(reader, definition);
        var count = reader.ReadCount("count");
        var missing = reader.ReadCount("missing");
        Span<T> range = [T.PositiveInfinity, T.NegativeInfinity];
        if (count > 0)
        {
            KllScalar<T>.Read(reader, range, "range");
        }

        var levels = ReadLevels(reader, definition);
        reader.ThrowIfNotAtEnd();
        levels.Range = (range[0], range[1]);
        KllStateCheck.ThrowIfInconsistent(levels, count);
        return new KllSketch<T>(definition, levels, count, missing);
    }

    private static void ReadDefinition(BinaryPayloadReader reader, KllDefinition<T> definition)
    {
        var width = reader.ReadUInt8("width");
        if (width != KllScalar<T>.Width)
        {
            throw BinaryPayloadReader.Error(
                "width",
                0,
                $"is {width} bytes; a {typeof(T).Name} has {KllScalar<T>.Width}"
            );
        }

        var position = reader.Position;
        SketchPayload.Expect(reader.ReadInt32("size"), definition.Size, "size", position);
        position = reader.Position;
        SketchPayload.Expect(reader.ReadUInt64("seed"), definition.Seed, "seed", position);
    }

    private static KllLevels<T> ReadLevels(BinaryPayloadReader reader, KllDefinition<T> definition)
    {
        var position = reader.Position;
        var height = reader.ReadUInt8("levels");
        if (height is < 1 or > KllCapacities.MaximumHeight)
        {
            throw BinaryPayloadReader.Error(
                "levels",
                position,
                $"is {height}; a sketch has from 1 to {KllCapacities.MaximumHeight} levels"
            );
        }

        var levels = new KllLevels<T>(definition.Capacities, definition.Seed);
        if (height > 1)
        {
            levels.History = reader.ReadUInt64("history");
            var low = reader.ReadUInt64("variance");
            levels.Variance = new UInt128(reader.ReadUInt64("variance"), low);
            levels.IsLossless = ReadFlag(reader);
        }

        for (var level = 0; level < height; level++)
        {
            var items = new T[reader.ReadLength(KllScalar<T>.Width, $"levels[{level}]")];
            KllScalar<T>.Read(reader, items, $"levels[{level}]");
            levels.Restore(level, items);
        }

        return levels;
    }

    private static bool ReadFlag(BinaryPayloadReader reader)
    {
        var position = reader.Position;
        var flag = reader.ReadUInt8("lossless");
        return flag <= 1
            ? flag == 1
            : throw BinaryPayloadReader.Error("lossless", position, $"is {flag}; it is 0 or 1");
    }
}
