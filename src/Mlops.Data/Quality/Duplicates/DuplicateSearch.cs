namespace Mlops.Data.Quality.Duplicates;

/// <summary>Finds rows that come more than once, columns that say the same, and keys that are not quite unique.</summary>
/// <remarks>
/// Rows are hashed (<see cref="Statistics.Hashing.StableHash"/>) and those with one hash compared, so the answer is exact: O(rows × columns).
/// Missing equals missing, and -0.0 equals 0.0. Columns are compared by what stands in them, whatever their names: equal ones of one kind, columns of
/// any kind whose values go one to one (not more than half as many values as rows: nearly unique ones go one to one by chance), and numbers in the
/// same order (for those nearly unique ones). Constant columns are not compared. Equal columns are one in what follows.
/// </remarks>
public static class DuplicateSearch
{
    /// <summary>Searches data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="options">How; the defaults where left out.</param>
    /// <exception cref="ArgumentException">A column is named that is not there.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static DuplicateResult Find(Dataset data, DuplicateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= DuplicateOptions.Default;
        options.Check();
        List<Column> looked = [.. data.Columns.Where(column => data.Schema[column.Name].Role != ColumnRole.Excluded)];
        List<Column> compared = options.Columns.Count == 0 ? looked : [.. options.Columns.Select(name => data[name])];
        var groups = GroupsOf(compared, data.RowCount);
        return new DuplicateResult
        {
            Status = data.RowCount == 0 || compared.Count == 0 ? ResultStatus.Empty : ResultStatus.Ok,
            Repeats = ShareOfRows.Of(
                groups.Sum(rows => rows.Count - 1L),
                compared.Count == 0 ? 0 : data.RowCount,
                options.ConfidenceLevel
            ),
            GroupCount = groups.Count,
            Groups =
            [
                .. groups
                    .OrderByDescending(rows => rows.Count)
                    .ThenBy(rows => rows[0])
                    .Take(options.MaximumGroups)
                    .Select(rows => new DuplicateRows(
                        rows.Count,
                        [.. rows.Take(options.MaximumRowsPerGroup).Select(row => (long)row)]
                    )),
            ],
            ComparedColumns = [.. compared.Select(column => column.Name)],
            Columns = ColumnComparison.Of(looked, data.RowCount),
            Keys = [.. looked.Select(column => KeyOf(column, options)).OfType<KeyCandidate>()],
        };
    }

    private static List<List<int>> GroupsOf(List<Column> columns, int rows)
    {
        if (columns.Count == 0)
        {
            return [];
        }

        var groups = new Dictionary<int, List<int>>();
        var firstOf = RowIndex.Of(columns, rows).FirstOf;
        for (var row = 0; row < rows; row++)
        {
            if (firstOf[row] == row)
            {
                continue;
            }

            if (!groups.TryGetValue(firstOf[row], out var group))
            {
                groups.Add(firstOf[row], group = [firstOf[row]]);
            }

            group.Add(row);
        }

        return [.. groups.Values];
    }

    private static KeyCandidate? KeyOf(Column column, DuplicateOptions options)
    {
        var present = column.Length - column.MissingCount;
        var mayBeKey = column is CategoryColumn or TextColumn || column is { SourceType: SourceType.Integer };
        if (!mayBeKey || present < Profiles.RoleInference.MinimumIdentifierRows)
        {
            return null;
        }

        var firstOf = RowIndex.Of([column], column.Length).FirstOf;
        var repeated = new List<long>();
        var distinct = 0L;
        for (var row = 0; row < firstOf.Length; row++)
        {
            if (column.IsMissing(row))
            {
                continue;
            }

            if (firstOf[row] == row)
            {
                distinct++;
            }
            else if (repeated.Count < options.MaximumRowsPerGroup)
            {
                repeated.Add(row);
            }
        }

        return distinct >= options.KeyShare * present
            ? new KeyCandidate(column.Name, present, distinct, repeated)
            : null;
    }
}
