using System.Runtime.InteropServices;

namespace Mlops.Data.Quality.Duplicates;

/// <summary>Finds the first row that is equal to a given one: by its hash, then by what stands there.</summary>
internal sealed class RowIndex
{
    private const int None = -1;

    private readonly IReadOnlyList<Column> _columns;
    private readonly Dictionary<ulong, int> _heads;

    // Different rows of one hash follow each other.
    private readonly Dictionary<int, int> _next = [];

    private RowIndex(IReadOnlyList<Column> columns, int rows)
    {
        _columns = columns;
        _heads = new Dictionary<ulong, int>(rows);
        FirstOf = new int[rows];
    }

    /// <summary>For each row the first row that is equal to it, which may be itself.</summary>
    public int[] FirstOf { get; }

    public static RowIndex Of(IReadOnlyList<Column> columns, int rows)
    {
        var index = new RowIndex(columns, rows);
        var hashes = RowHashes.Of(columns, rows);
        for (var row = 0; row < rows; row++)
        {
            index.FirstOf[row] = index.Add(hashes[row], row);
        }

        return index;
    }

    /// <summary>The first row equal to a row of other columns; -1 where there is none.</summary>
    public int Find(ulong hash, IReadOnlyList<Column> columns, int row)
    {
        if (!_heads.TryGetValue(hash, out var candidate))
        {
            return None;
        }

        while (!RowEquality.Of(_columns, candidate, columns, row))
        {
            if (!_next.TryGetValue(candidate, out candidate))
            {
                return None;
            }
        }

        return candidate;
    }

    private int Add(ulong hash, int row)
    {
        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, hash, out var isKnown);
        if (!isKnown)
        {
            head = row;
            return row;
        }

        var candidate = head;
        while (!RowEquality.Of(_columns, candidate, _columns, row))
        {
            if (!_next.TryGetValue(candidate, out var next))
            {
                _next.Add(candidate, row);
                return row;
            }

            candidate = next;
        }

        return candidate;
    }
}
