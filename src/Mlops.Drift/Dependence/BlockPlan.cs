using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Statistics.Dependence;

namespace Mlops.Drift.Dependence;

/// <summary>Puts the rows of a data set in blocks, as its roles and the options say.</summary>
internal static class BlockPlan
{
    /// <summary>With fewer rows nothing is made of their times where nobody asked for it.</summary>
    private const int LeastRowsForTime = 100;

    /// <summary>The blocks, and by what; <see langword="null"/> where rows are taken to be independent.</summary>
    public static (string By, RowBlocks Blocks)? Of(
        Dataset data,
        DatasetProfileDefinition definition,
        RowDependence dependence
    )
    {
        if (dependence == RowDependence.Independent)
        {
            return null;
        }

        if (dependence.EntityColumn is { } entity)
        {
            return OfEntity(data, entity);
        }

        if (dependence.Period is { } period)
        {
            return TimesOf(data, definition) is { } times ? (ByTime, OfPeriods(times, period)) : null;
        }

        if (dependence == RowDependence.Auto)
        {
            var identifiers = definition.Columns.Where(column =>
                column.Role == ColumnRole.Identifier && column.Schema.Role == ColumnRole.Identifier
            );
            foreach (var column in identifiers)
            {
                if (OfEntity(data, column.Schema.Name) is { } plan && plan.Blocks.Count < plan.Blocks.RowCount)
                {
                    return plan;
                }
            }
        }

        return
            TimesOf(data, definition) is { } ticks
            && (dependence == RowDependence.Time || ticks.Length >= LeastRowsForTime)
            ? (ByTime, RowBlocks.OfTimes(ticks.Span))
            : null;
    }

    /// <summary>What stands for blocks of time.</summary>
    public const string ByTime = "time";

    /// <summary>Which period each block is, earliest first.</summary>
    private static RowBlocks OfPeriods(ReadOnlyMemory<long> times, TimeWindow period)
    {
        var codeOf = new Dictionary<DateTime, int>();
        var codes = new int[times.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = -1;
            if (times.Span[row] >= 0)
            {
                var start = period.StartOf(new DateTime(times.Span[row], DateTimeKind.Utc));
                if (!codeOf.TryGetValue(start, out var code))
                {
                    codeOf.Add(start, code = codeOf.Count);
                }

                codes[row] = code;
            }
        }

        return RowBlocks.OfCodes(codes);
    }

    private static (string By, RowBlocks Blocks)? OfEntity(Dataset data, string name)
    {
        if (!data.TryGetColumn(name, out var column))
        {
            return null;
        }

        return column.ConvertTo(ColumnKind.Category) is CategoryColumn categories
            ? ($"'{name}'", RowBlocks.OfCodes(categories.Codes.Span))
            : null;
    }

    private static ReadOnlyMemory<long>? TimesOf(Dataset data, DatasetProfileDefinition definition)
    {
        var times = definition.Columns.Where(column => column.Role == ColumnRole.Time).ToList();
        if (times.Count != 1 || !data.TryGetColumn(times[0].Schema.Name, out var column))
        {
            return null;
        }

        return column.ConvertTo(ColumnKind.Time) is TimeColumn time && time.MissingCount < time.Length
            ? time.UtcTicks
            : null;
    }
}
