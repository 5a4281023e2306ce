using Mlops.Data;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Seasons;

/// <summary>A reference of which only the rows of the same season are compared: Monday mornings with Monday mornings, July with July.</summary>
/// <remarks>
/// <para>Current data that cover other seasons than the reference, or in other proportions, differ from it by that alone. Here the reference's
/// rows are matched to the current ones: of every season as many as its share of the current data asks for, spread evenly over the reference's
/// rows of the season, as many in all as the scarcest season allows (exact matching of the proportions). So tests, counts and intervals are
/// those of plain rows.</para>
/// <para>It holds on to the reference's rows, and fits a baseline for each comparison. Immutable and thread-safe.</para>
/// </remarks>
public sealed class SeasonalReference
{
    private readonly Dataset _reference;
    private readonly string _timeColumn;
    private readonly DriftOptions _options;
    private readonly int[][] _rowsOf;

    private SeasonalReference(Dataset reference, Season season, string timeColumn, DriftOptions options, int[][] rowsOf)
    {
        (_reference, Season, _timeColumn, _options, _rowsOf) = (reference, season, timeColumn, options, rowsOf);
    }

    /// <summary>What makes rows alike.</summary>
    public Season Season { get; }

    /// <summary>Learns which rows are of which season.</summary>
    /// <param name="reference">The reference, with one time column.</param>
    /// <param name="season">What makes rows alike.</param>
    /// <param name="options">What changes the verdict; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">There is no time column or more than one, it holds no times, or an option does not fit.</exception>
    public static SeasonalReference Fit(Dataset reference, Season season, DriftOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (!Enum.IsDefined(season))
        {
            throw new ArgumentOutOfRangeException(nameof(season), season, "There is no such season.");
        }

        options ??= DriftOptions.Default;
        DriftOptionsCheck.Check(options, reference.Schema, nameof(options));
        var column = TimeColumnOf(reference);
        var keys = Keys(reference, column, season);
        var rowsOf = new List<int>[SeasonKeys.Count(season)];
        for (var key = 0; key < rowsOf.Length; key++)
        {
            rowsOf[key] = [];
        }

        for (var row = 0; row < keys.Length; row++)
        {
            if (keys[row] >= 0)
            {
                rowsOf[keys[row]].Add(row);
            }
        }

        return rowsOf.All(rows => rows.Count == 0)
            ? throw new ArgumentException(
                $"The time column '{column}' of '{reference.Name}' holds no times.",
                nameof(reference)
            )
            : new SeasonalReference(reference, season, column, options, [.. rowsOf.Select(rows => rows.ToArray())]);
    }

    /// <summary>Compares current data with the reference's rows of the same seasons.</summary>
    /// <param name="current">The data, with the reference's time column.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <exception cref="ArgumentException">The data lack the time column, or no row has a season of the reference.</exception>
    public DriftReport Compare(Dataset current, ComputeContext? context = null)
    {
        var match = Match(current);
        return match.Current.RowCount == 0
            ? throw new ArgumentException(
                $"No row of '{current.Name}' is of a season that the reference has: {string.Join(", ", match.Seasons.Select(season => season.Name).Take(5))}.",
                nameof(current)
            )
            : DriftBaseline.Fit(match.Reference, _options, context).Compare(match.Current, context);
    }

    /// <summary>The rows of both sides that a comparison takes.</summary>
    /// <param name="current">The data, with the reference's time column.</param>
    /// <exception cref="ArgumentException">The data lack the time column.</exception>
    public SeasonMatch Match(Dataset current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var keys = Keys(current, _timeColumn, Season);
        var counts = new int[_rowsOf.Length];
        foreach (var key in keys)
        {
            if (key >= 0)
            {
                counts[key]++;
            }
        }

        // As many times the current rows as the scarcest season has.
        var scarcest = double.PositiveInfinity;
        for (var key = 0; key < counts.Length; key++)
        {
            if (counts[key] > 0 && _rowsOf[key].Length > 0)
            {
                scarcest = Math.Min(scarcest, (double)_rowsOf[key].Length / counts[key]);
            }
        }

        var matched = new List<int>();
        var seasons = new List<SeasonCount>();
        for (var key = 0; key < counts.Length; key++)
        {
            if (counts[key] > 0)
            {
                var rows = _rowsOf[key];
                var wanted = rows.Length == 0 ? 0 : Math.Clamp((int)Math.Round(scarcest * counts[key]), 1, rows.Length);
                for (var i = 0; i < wanted; i++)
                {
                    matched.Add(rows[(int)((long)i * rows.Length / wanted)]);
                }

                seasons.Add(new SeasonCount(SeasonKeys.Name(Season, key), counts[key], rows.Length, wanted));
            }
        }

        matched.Sort();
        int[] kept =
        [
            .. Enumerable.Range(0, keys.Length).Where(row => keys[row] >= 0 && _rowsOf[keys[row]].Length > 0),
        ];
        return new SeasonMatch(
            _reference.Take([.. matched]).Named($"{_reference.Name}, same season"),
            kept.Length == current.RowCount ? current : current.Take(kept),
            seasons,
            current.RowCount - kept.Length
        );
    }

    private static string TimeColumnOf(Dataset reference)
    {
        string[] stated =
        [
            .. reference.Schema.Columns.Where(column => column.Role == ColumnRole.Time).Select(column => column.Name),
        ];
        string[] candidates =
            stated.Length > 0
                ? stated
                : [.. reference.Columns.Where(column => column.Kind == ColumnKind.Time).Select(column => column.Name)];
        return candidates.Length == 1
            ? candidates[0]
            : throw new ArgumentException(
                candidates.Length == 0
                    ? $"'{reference.Name}' has no time column; seasons are told by one."
                    : $"'{reference.Name}' has more than one time column ({string.Join(", ", candidates)}): state the one by WithRole(…, ColumnRole.Time).",
                nameof(reference)
            );
    }

    private static int[] Keys(Dataset data, string column, Season season)
    {
        if (!data.TryGetColumn(column, out var found) || found.ConvertTo(ColumnKind.Time) is not TimeColumn times)
        {
            throw new ArgumentException(
                $"'{data.Name}' has no time column '{column}', by which seasons are told.",
                nameof(data)
            );
        }

        var ticks = times.UtcTicks.Span;
        var keys = new int[ticks.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            keys[row] = SeasonKeys.Of(season, ticks[row]);
        }

        return keys;
    }
}
