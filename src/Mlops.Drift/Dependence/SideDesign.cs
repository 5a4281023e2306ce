using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Drift.Dependence;

/// <summary>The blocks of one side, and what they cost each judged column.</summary>
/// <param name="By">By what rows were put in blocks: <c>time</c>, or a column's name in quotes; empty where they are taken to be independent.</param>
/// <param name="BlockCount">How many blocks there are.</param>
/// <param name="BlockSize">The size of the block in which a row finds itself on average.</param>
/// <param name="Columns">The design effects of each judged column.</param>
/// <param name="Periods">The effect of each of the reference's periods on each judged column; empty where there are none.</param>
internal sealed record SideDesign(
    string By,
    int BlockCount,
    double BlockSize,
    ColumnDesign[] Columns,
    double[][] Periods
)
{
    /// <summary>With fewer blocks a design effect says little, and that of the other side is taken into account.</summary>
    public const int FewBlocks = 10;

    public bool IsIndependent => By.Length == 0;

    public static SideDesign Independent(int columns) =>
        new("", 0, 1, [.. Enumerable.Repeat(ColumnDesign.Independent, columns)], []);

    /// <summary>The design of current data: their own, or where they have too few blocks to tell, as it would be with the reference's correlation.</summary>
    /// <param name="current">Their own; <see langword="null"/> where they came as a profile, which keeps no blocks.</param>
    /// <param name="rows">Their rows.</param>
    public SideDesign Borrowed(SideDesign? current, long rows)
    {
        if (IsIndependent || current is { BlockCount: >= FewBlocks })
        {
            return current ?? Independent(Columns.Length);
        }

        var size = current is { BlockCount: > 0 } ? current.BlockSize : Math.Min(BlockSize, rows);
        return new SideDesign(
            By,
            current?.BlockCount ?? 0,
            size,
            [
                .. Columns.Select(
                    (design, i) =>
                        ColumnDesign.Larger(
                            design.Scaled(BlockSize, size),
                            current?.Columns[i] ?? ColumnDesign.Independent
                        )
                ),
            ],
            []
        );
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteInteger("blockCount", BlockCount);
        writer.WriteReal("blockSize", BlockSize);
        writer.WriteString("by", By);
        writer.WriteStartArray("columns");
        foreach (var column in Columns)
        {
            writer.WriteStartArray();
            writer.WriteReal(column.Value);
            writer.WriteReal(column.Missingness);
            writer.WriteReal(column.Novelty);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("periods");
        foreach (var effects in Periods)
        {
            writer.WriteStartArray();
            foreach (var effect in effects)
            {
                writer.WriteReal(effect);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static SideDesign Read(JsonElement state, int columns)
    {
        var designs = Rows(state, "columns");
        var periods = Rows(state, "periods");
        if (
            designs.Length != columns
            || designs.Any(row => row.Length != 3 || row.Any(effect => !(effect >= 1 && double.IsFinite(effect))))
            || (periods.Length != 0 && periods.Length != columns)
        )
        {
            throw new FormatException(
                $"'dependence' must have three design effects of at least 1 for each of {columns} columns, and periods of all of them or none."
            );
        }

        return new SideDesign(
            state.RequiredString("by"),
            (int)state.Required("blockCount").GetInteger(),
            state.Required("blockSize").GetReal(),
            [.. designs.Select(row => new ColumnDesign(row[0], row[1], row[2]))],
            periods
        );
    }

    private static double[][] Rows(JsonElement state, string property)
    {
        var rows = state.Required(property);
        return
            rows.ValueKind == JsonValueKind.Array
            && rows.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Array)
            ? [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(each => each.GetReal()).ToArray())]
            : throw new FormatException($"'{property}' must be an array of arrays.");
    }
}
