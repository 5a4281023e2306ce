using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Sketches.Sampling;

/// <summary>A row with its priority. The order is total, so that a sample does not depend on the order in which rows come.</summary>
internal readonly record struct ReservoirEntry(ulong Priority, ulong Stream, long Row, ulong Bits)
    : IComparable<ReservoirEntry>
{
    /// <summary>The priority of a row: words 0 and 1 of its own Philox block, so that it depends on nothing but the row.</summary>
    internal static ulong PriorityOf(ulong seed, ulong stream, long row)
    {
        var (low, high, _, _) = Philox.Block(seed, stream, (ulong)row);
        return ((ulong)high << 32) | low;
    }

    public int CompareTo(ReservoirEntry other)
    {
        var order = Priority.CompareTo(other.Priority);
        if (order == 0)
        {
            order = Stream.CompareTo(other.Stream);
        }

        if (order == 0)
        {
            order = Row.CompareTo(other.Row);
        }

        return order != 0 ? order : Bits.CompareTo(other.Bits);
    }
}
