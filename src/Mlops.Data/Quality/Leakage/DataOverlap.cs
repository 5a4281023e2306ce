using Mlops.Data.Quality.Duplicates;

namespace Mlops.Data.Quality.Leakage;

/// <summary>Finds the rows of one data set that occur in another: test rows that a model was trained on.</summary>
/// <remarks>
/// Compared are the columns that both have, but identifiers, times and excluded ones; current values are read as the reference's kinds. Exact, by hash and then by
/// value; missing equals missing. Coarse data meet by chance: the share of the reference's rows that have an equal row there estimates (leaving one out) how many
/// rows of new data would, and is added to what is tolerated. O(rows × columns).
/// </remarks>
public static class DataOverlap
{
    /// <summary>Searches the current rows in the reference.</summary>
    /// <param name="reference">What a model was trained on.</param>
    /// <param name="current">What it is to be tested on.</param>
    /// <param name="options">How; the defaults where left out.</param>
    /// <exception cref="ArgumentException">A label is named that the reference does not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static OverlapResult Find(Dataset reference, Dataset current, OverlapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        options ??= OverlapOptions.Default;
        options.Check();
        var read = current.ConvertTo(reference.Schema);
        var label = LabelValues.ColumnOf(reference, options.Label)?.Name;
        string[] names =
        [
            .. reference
                .Columns.Where(column => IsCompared(column, reference.Schema) && read.TryGetColumn(column.Name, out _))
                .Select(column => column.Name),
        ];
        var (whole, pairs) = Search(reference, read, names);
        string[] features = [.. names.Where(name => name != label)];
        var hasLabel = features.Length < names.Length && features.Length > 0;
        var (some, _) = hasLabel ? Search(reference, read, features) : (whole, pairs);
        var repeats = Repeats(reference, names, options);
        return new OverlapResult
        {
            Status =
                names.Length == 0 ? ResultStatus.Undefined
                : reference.RowCount == 0 || current.RowCount == 0 ? ResultStatus.Empty
                : ResultStatus.Ok,
            Overlap = ShareOfRows.Of(whole, current.RowCount, options.ConfidenceLevel),
            FeatureOverlap = ShareOfRows.Of(some, current.RowCount, options.ConfidenceLevel),
            ReferenceRepeats = repeats,
            Bound = Math.Min(1, options.MaximumShare + (repeats.Total == 0 ? 0 : repeats.Value)),
            Examples = [.. pairs.Take(options.MaximumExamples)],
            ComparedColumns = names,
        };
    }

    private static bool IsCompared(Column column, DatasetSchema schema) =>
        schema[column.Name].Role is null or ColumnRole.Feature or ColumnRole.Label
        && (column.Kind != ColumnKind.Time || schema[column.Name].Role is not null);

    private static (long Count, List<OverlappingRow> Pairs) Search(Dataset reference, Dataset current, string[] names)
    {
        var pairs = new List<OverlappingRow>();
        if (names.Length == 0)
        {
            return (0, pairs);
        }

        Column[] there = [.. names.Select(name => reference[name])];
        Column[] here = [.. names.Select(name => current[name])];
        var index = RowIndex.Of(there, reference.RowCount);
        var hashes = RowHashes.Of(here, current.RowCount);
        for (var row = 0; row < hashes.Length; row++)
        {
            if (index.Find(hashes[row], here, row) is >= 0 and var found)
            {
                pairs.Add(new OverlappingRow(row, found));
            }
        }

        return (pairs.Count, pairs);
    }

    private static ShareOfRows Repeats(Dataset reference, string[] names, OverlapOptions options)
    {
        if (names.Length == 0)
        {
            return ShareOfRows.Of(0, 0, options.ConfidenceLevel);
        }

        var firstOf = RowIndex.Of([.. names.Select(name => reference[name])], reference.RowCount).FirstOf;
        var counts = new int[firstOf.Length];
        foreach (var first in firstOf)
        {
            counts[first]++;
        }

        return ShareOfRows.Of(
            firstOf.LongCount(first => counts[first] > 1),
            reference.RowCount,
            options.ConfidenceLevel
        );
    }
}
