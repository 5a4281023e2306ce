using System.Globalization;

namespace Mlops.Data.Joins;

/// <summary>Joins two data sets on a key, by a hash of the keys.</summary>
internal static class KeyJoin
{
    private const int None = -1;

    public static JoinResult Join(Dataset left, Dataset right, string leftKey, string rightKey, JoinOptions options)
    {
        var leftColumn = left.Columns[left.Schema.PositionOf(leftKey, nameof(leftKey))];
        var rightColumn = right.Columns[right.Schema.PositionOf(rightKey, nameof(rightKey))];
        ThrowIfInexact(leftColumn);
        ThrowIfInexact(rightColumn);
        var names = NamesOf(left, right, rightKey, options.Suffix);
        var keys = KeyIndex.Of(leftColumn, rightColumn);
        var rowOf = RowOfEachKey(keys, rightColumn, options.Duplicates, out var duplicates);

        var isUsed = new bool[right.RowCount];
        var leftRows = new List<int>(left.RowCount);
        var rightRows = new List<int>(left.RowCount);
        var matched = 0L;
        for (var row = 0; row < left.RowCount; row++)
        {
            var found = keys.Left[row] == None ? None : rowOf[keys.Left[row]];
            if (found != None)
            {
                matched++;
                isUsed[found] = true;
            }
            else if (options.Kind == JoinKind.Inner)
            {
                continue;
            }

            leftRows.Add(row);
            rightRows.Add(found);
        }

        var missingLeft = keys.Left.LongCount(key => key == None);
        var missingRight = keys.Right.LongCount(key => key == None);
        var matchedRight = isUsed.LongCount(used => used);
        return new JoinResult(Joined(left, right, rightKey, names, [.. leftRows], [.. rightRows]))
        {
            MatchedLeft = matched,
            UnmatchedLeft = left.RowCount - matched - missingLeft,
            MissingLeftKeys = missingLeft,
            MatchedRight = matchedRight,
            UnmatchedRight = right.RowCount - matchedRight - missingRight - duplicates,
            MissingRightKeys = missingRight,
            DuplicateRight = duplicates,
        };
    }

    private static Dataset Joined(
        Dataset left,
        Dataset right,
        string rightKey,
        Dictionary<string, string> names,
        int[] leftRows,
        int[] rightRows
    )
    {
        var taken = leftRows.Length == left.RowCount ? left : left.Take(leftRows);
        var joined = right
            .Columns.Where(column => column.Name != rightKey)
            .Select(column => column.TakeOrMissing(rightRows).Renamed(names[column.Name]));
        var marks = new DatasetSchema(
            left.Schema.Columns.Concat(
                right
                    .Schema.Columns.Where(column => column.Name != rightKey)
                    .Select(column => column with { Name = names[column.Name] })
            )
        );
        return Dataset.OfColumns(left.Name, [.. taken.Columns, .. joined], marks);
    }

    private static int[] RowOfEachKey(
        KeyIndex keys,
        Column rightColumn,
        DuplicateKeys duplicateKeys,
        out long duplicates
    )
    {
        duplicates = 0;
        var rowOf = new int[keys.Count];
        Array.Fill(rowOf, None);
        for (var row = 0; row < keys.Right.Length; row++)
        {
            var key = keys.Right[row];
            if (key == None)
                continue;
            if (rowOf[key] == None)
            {
                rowOf[key] = row;
                continue;
            }

            if (duplicateKeys == DuplicateKeys.Refuse)
                throw Duplicate(rightColumn, rowOf[key], row);
            duplicates++;
            if (duplicateKeys == DuplicateKeys.Last)
                rowOf[key] = row;
        }

        return rowOf;
    }

    private static ArgumentException Duplicate(Column column, int first, int second) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Rows {first} and {second} of the other data set both have the key '{ColumnConversion.TextOf(column, second)}' in column '{column.Name}'. Keys must be unique there: set {nameof(JoinOptions)}.{nameof(JoinOptions.Duplicates)} to {nameof(DuplicateKeys.First)} or {nameof(DuplicateKeys.Last)} if one of the rows is the right one."
            )
        );

    // Two different identifiers may be the same double there, and a wrong label is worse than none.
    private static void ThrowIfInexact(Column column)
    {
        if (column is NumericColumn { HasInexactIntegers: true })
        {
            throw new ArgumentException(
                $"Column '{column.Name}' has whole numbers from 2^53 on, of which a double can't tell neighbours apart. Read the keys as {ColumnKind.Category}, by {nameof(ReadOptions.Kinds)}."
            );
        }
    }

    private static Dictionary<string, string> NamesOf(Dataset left, Dataset right, string rightKey, string? suffix)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = left.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        string[] others = [.. right.Columns.Select(column => column.Name).Where(name => name != rightKey)];
        string[] collisions = [.. others.Where(taken.Contains)];
        if (collisions.Length > 0 && suffix is null)
        {
            throw new ArgumentException(
                $"Both data sets have {string.Join(", ", collisions.Select(name => $"'{name}'"))}. Leave the columns out of one by Without, or set {nameof(JoinOptions)}.{nameof(JoinOptions.Suffix)}."
            );
        }

        foreach (var name in others.Where(name => !collisions.Contains(name, StringComparer.Ordinal)))
        {
            names.Add(name, name);
            taken.Add(name);
        }

        foreach (var name in collisions)
        {
            names.Add(name, name + suffix);
            if (!taken.Add(names[name]))
            {
                throw new ArgumentException(
                    $"With the suffix '{suffix}' column '{name}' of the other data set would be '{names[name]}', which there is as well; choose another suffix."
                );
            }
        }

        return names;
    }
}
