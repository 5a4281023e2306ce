using Mlops.Serialization;

namespace Mlops.Statistics.Sketches;

/// <summary>Fields that several sketches' payloads have.</summary>
internal static class SketchPayload
{
    /// <summary>Writes a count, which is not negative.</summary>
    internal static void WriteCount(this BinaryPayloadWriter writer, long value) =>
        writer.WriteVarUInt64(checked((ulong)value));

    /// <summary>Reads a count.</summary>
    internal static long ReadCount(this BinaryPayloadReader reader, string field)
    {
        var start = reader.Position;
        var value = reader.ReadVarUInt64(field);
        return value <= long.MaxValue
            ? (long)value
            : throw BinaryPayloadReader.Error(field, start, $"is {value}; a count is at most {long.MaxValue}");
    }

    /// <summary>Makes sure that a parameter of the definition, which was read, is the reading definition's own.</summary>
    internal static void Expect<T>(T read, T expected, string field, int start)
        where T : IEquatable<T>
    {
        if (!read.Equals(expected))
        {
            throw BinaryPayloadReader.Error(
                field,
                start,
                $"is {read}; it is {expected} in the definition that reads it, and only a state of its own is read"
            );
        }
    }
}
