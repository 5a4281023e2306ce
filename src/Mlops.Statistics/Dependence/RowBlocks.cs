namespace Mlops.Statistics.Dependence;

/// <summary>Rows in blocks within which they may depend on each other: those of one customer, or of one day.</summary>
/// <remarks>Immutable and thread-safe. Blocks are not empty; rows that are in no block count for nothing.</remarks>
public sealed class RowBlocks
{
    private readonly int[] _order;
    private readonly int[] _ends;

    private RowBlocks(int[] order, int[] ends, int length)
    {
        _order = order;
        _ends = ends;
        Length = length;
    }

    /// <summary>How many blocks there are.</summary>
    public int Count => _ends.Length;

    /// <summary>How many rows are in blocks.</summary>
    public int RowCount => Count == 0 ? 0 : _ends[^1];

    /// <summary>The rows of a block on average; NaN without blocks.</summary>
    public double MeanSize => (double)RowCount / Count;

    /// <summary>How many rows there are, those in no block included.</summary>
    public int Length { get; }

    /// <summary>A block for each code.</summary>
    /// <param name="codes">The code of each row's block, from 0; negative for rows that are in none.</param>
    /// <remarks>Linear in the rows and in the largest code.</remarks>
    public static RowBlocks OfCodes(ReadOnlySpan<int> codes)
    {
        var largest = -1;
        foreach (var code in codes)
        {
            largest = Math.Max(largest, code);
        }

        var ends = new int[largest + 1];
        foreach (var code in codes)
        {
            if (code >= 0)
            {
                ends[code]++;
            }
        }

        var next = 0;
        var nonempty = new List<int>();
        for (var code = 0; code < ends.Length; code++)
        {
            var count = ends[code];
            ends[code] = next;
            next += count;
            if (count > 0)
            {
                nonempty.Add(next);
            }
        }

        var order = new int[next];
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0)
            {
                order[ends[codes[row]]++] = row;
            }
        }

        return new RowBlocks(order, [.. nonempty], codes.Length);
    }

    /// <summary>Rows that follow each other in time, in so many blocks of about one size.</summary>
    /// <param name="times">The time of each row in any unit and any order, such as ticks; negative for rows without one, which are in no block.</param>
    /// <param name="blocks">How many blocks; <see langword="null"/> for the root of the number of rows (Flegal and Jones 2010).</param>
    /// <remarks>Rows of one instant are never parted, so there may be fewer blocks. O(n) where times ascend already, otherwise O(n log n).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Less than one block is asked for.</exception>
    public static RowBlocks OfTimes(ReadOnlySpan<long> times, int? blocks = null)
    {
        if (blocks is { } asked)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(asked, 1, nameof(blocks));
        }

        var order = InOrder(times);
        var count = Math.Clamp(blocks ?? (int)Math.Sqrt(order.Length), 1, Math.Max(1, order.Length));
        var ends = new List<int>();
        for (var block = 1; block <= count && order.Length > 0; block++)
        {
            var end = (int)((long)order.Length * block / count);
            while (end < order.Length && times[order[end]] == times[order[end - 1]])
            {
                end++;
            }

            if (ends.Count == 0 || end > ends[^1])
            {
                ends.Add(end);
            }
        }

        return new RowBlocks(order, [.. ends], times.Length);
    }

    /// <summary>The rows of a block.</summary>
    /// <param name="block">The block, from 0.</param>
    public ReadOnlySpan<int> RowsOf(int block)
    {
        var begin = block == 0 ? 0 : _ends[block - 1];
        return _order.AsSpan(begin, _ends[block] - begin);
    }

    private static int[] InOrder(ReadOnlySpan<long> times)
    {
        var rows = new List<int>(times.Length);
        var isAscending = true;
        var last = 0L;
        for (var row = 0; row < times.Length; row++)
        {
            if (times[row] < 0)
            {
                continue;
            }

            isAscending &= times[row] >= last;
            last = times[row];
            rows.Add(row);
        }

        int[] order = [.. rows];
        if (!isAscending)
        {
            // Keys with the row beside them: equal times stay in the order of the rows.
            var keys = new (long Time, int Row)[order.Length];
            for (var i = 0; i < order.Length; i++)
            {
                keys[i] = (times[order[i]], order[i]);
            }

            Array.Sort(keys);
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = keys[i].Row;
            }
        }

        return order;
    }
}
