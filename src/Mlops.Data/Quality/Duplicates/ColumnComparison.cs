using System.Runtime.InteropServices;
using Mlops.Statistics.Hashing;

namespace Mlops.Data.Quality.Duplicates;

/// <summary>Finds columns that say the same: each is given codes that are the same for all that do.</summary>
internal static class ColumnComparison
{
    public static IReadOnlyList<DuplicateColumns> Of(IReadOnlyList<Column> columns, int rows)
    {
        var found = new List<(int Position, DuplicateColumns Columns)>();
        if (rows < 2)
        {
            return [];
        }

        var partitions = columns
            .Select((column, position) => (column, position, codes: Partition(column)))
            .Where(item => item.codes.Max() > 0)
            .ToList();
        var different = new List<(Column column, int position, int[] codes)>();
        foreach (var alike in Alike(partitions, item => item.codes))
        {
            // Columns of one partition may be equal, and the equal ones stand for one.
            var distinct = new List<List<(Column column, int position, int[] codes)>>();
            foreach (var item in alike)
            {
                var equal = distinct.Find(group => AreEqual(group[0].column, item.column));
                if (equal is null)
                {
                    distinct.Add([item]);
                }
                else
                {
                    equal.Add(item);
                }
            }

            Add(DuplicateColumnKind.Equal, distinct.Where(group => group.Count > 1));
            if (alike[0].codes.Max() < rows / 2)
            {
                Add(
                    DuplicateColumnKind.OneToOne,
                    distinct.Count > 1
                        ?
                        [
                            [.. distinct.Select(group => group[0])],
                        ]
                        : []
                );
            }
            else
            {
                different.AddRange(distinct.Select(group => group[0]));
            }
        }

        var ordered = different
            .Where(item => item.column is NumericColumn or TimeColumn)
            .Select(item => (item.column, item.position, codes: Ranks(item.column)));
        Add(DuplicateColumnKind.SameOrder, Alike(ordered, item => item.codes).Where(group => group.Count > 1));
        return [.. found.OrderBy(item => item.Position).ThenBy(item => item.Columns.Kind).Select(item => item.Columns)];

        void Add(DuplicateColumnKind kind, IEnumerable<List<(Column column, int position, int[] codes)>> groups) =>
            found.AddRange(
                groups.Select(group =>
                    (group[0].position, new DuplicateColumns(kind, [.. group.Select(item => item.column.Name)]))
                )
            );
    }

    private static IEnumerable<List<T>> Alike<T>(IEnumerable<T> items, Func<T, int[]> codes)
    {
        foreach (var hashed in items.GroupBy(item => StableHash.OfBytes(MemoryMarshal.AsBytes<int>(codes(item)))))
        {
            var groups = new List<List<T>>();
            foreach (var item in hashed)
            {
                var group = groups.Find(other => codes(other[0]).AsSpan().SequenceEqual(codes(item)));
                if (group is null)
                {
                    groups.Add([item]);
                }
                else
                {
                    group.Add(item);
                }
            }

            foreach (var group in groups)
            {
                yield return group;
            }
        }
    }

    // Values are numbered as they first come; missing ones are -1.
    private static int[] Partition(Column column)
    {
        var firstOf = RowIndex.Of([column], column.Length).FirstOf;
        var codes = new int[firstOf.Length];
        var count = 0;
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] =
                column.IsMissing(row) ? -1
                : firstOf[row] == row ? count++
                : codes[firstOf[row]];
        }

        return codes;
    }

    // Ranks of the distinct values, counted from that end which makes the first two different values rise.
    private static int[] Ranks(Column column)
    {
        var values = column is NumericColumn number
            ? number.Values.ToArray()
            : Array.ConvertAll(
                ((TimeColumn)column).UtcTicks.ToArray(),
                ticks => ticks == TimeColumn.Missing ? double.NaN : ticks
            );
        var sorted = values.Where(value => !double.IsNaN(value)).Distinct().Order().ToArray();
        var ranks = Array.ConvertAll(
            values,
            value => double.IsNaN(value) ? -1 : Array.BinarySearch(sorted, value + 0.0)
        );
        var first = Array.Find(ranks, rank => rank >= 0);
        if (Array.Find(ranks, rank => rank >= 0 && rank != first) < first)
        {
            for (var i = 0; i < ranks.Length; i++)
            {
                ranks[i] = ranks[i] < 0 ? -1 : sorted.Length - 1 - ranks[i];
            }
        }

        return ranks;
    }

    private static bool AreEqual(Column first, Column second)
    {
        if (first.Kind != second.Kind)
        {
            return false;
        }

        for (var row = 0; row < first.Length; row++)
        {
            if (!RowEquality.Of(first, row, second, row))
            {
                return false;
            }
        }

        return true;
    }
}
