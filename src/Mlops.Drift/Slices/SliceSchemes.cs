using Mlops.Data;

namespace Mlops.Drift.Slices;

/// <summary>Finds the ways to slice that were asked for, and says what is left out.</summary>
internal static class SliceSchemes
{
    public static List<SliceScheme> Of(
        DriftBaseline baseline,
        Dataset reference,
        Dataset current,
        SliceDriftOptions options,
        List<string> remarks
    )
    {
        var singles = new List<SliceScheme>();
        foreach (var name in Names(baseline, reference, options))
        {
            var column = reference[name];
            if (current.TryGetColumn(name, out var other))
            {
                singles.Add(SliceScheme.Of(column, other.ConvertTo(column.Kind), options));
            }
            else
            {
                remarks.Add($"{name} could not be sliced by: the current data do not have it.");
            }
        }

        var wanted = singles.ToList();
        if (options.IncludePairs)
        {
            wanted.AddRange(singles.SelectMany((a, i) => singles.Skip(i + 1).Select(b => SliceScheme.Pair(a, b))));
        }

        var kept = new List<SliceScheme>();
        foreach (var scheme in wanted)
        {
            if (kept.Sum(each => each.Names.Length) + scheme.Names.Length <= options.MostSlices)
            {
                kept.Add(scheme);
            }
            else
            {
                remarks.Add(
                    $"Slices by {string.Join(" and ", scheme.Columns)} were left out: there would be more than {options.MostSlices} slices."
                );
            }
        }

        return kept;
    }

    private static IEnumerable<string> Names(DriftBaseline baseline, Dataset reference, SliceDriftOptions options)
    {
        if (!options.Columns.IsDefaultOrEmpty)
        {
            return options.Columns.Distinct(StringComparer.Ordinal).Select(name => Checked(reference, name));
        }

        var usable = baseline.Columns.Where(column => CanSlice(column.Schema.Kind)).ToList();
        var marked = usable.Where(column => column.Schema.IsProtected).ToList();
        return (
            marked.Count > 0
                ? marked
                : usable.Where(column => column.Schema.Kind != ColumnKind.Number && column.Role == ColumnRole.Feature)
        ).Select(column => column.Schema.Name);
    }

    private static string Checked(Dataset reference, string name) =>
        !reference.Schema.TryGet(name, out var column)
            ? throw new ArgumentException($"The reference has no column '{name}' to slice by.", nameof(name))
        : CanSlice(column.Kind) ? name
        : throw new ArgumentException(
            $"Column '{name}' is of kind {column.Kind}; slices are of categories, booleans and numbers.",
            nameof(name)
        );

    private static bool CanSlice(ColumnKind kind) =>
        kind is ColumnKind.Category or ColumnKind.Boolean or ColumnKind.Number;
}
