using System.Text.Json;
using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Drift.Detection;
using Mlops.Statistics.Compute;

namespace Mlops.Drift;

/// <summary>The values of the reference's judged number columns, each column by itself.</summary>
internal sealed class ReferenceValues
{
    private readonly string[] _names;
    private readonly ReadOnlyMemory<double>?[] _columns;

    private ReferenceValues(string[] names, ReadOnlyMemory<double>?[] columns) => (_names, _columns) = (names, columns);

    public static ReferenceValues Of(Dataset reference, DatasetProfileDefinition definition) =>
        new(
            [.. definition.JudgedColumns.Select(column => column.Schema.Name)],
            [.. definition.JudgedColumns.Select(column => (reference[column.Schema.Name] as NumericColumn)?.Values)]
        );

    /// <summary>The sorted values of a column on both sides; <see langword="null"/> where a side has none of that kind.</summary>
    public SortedPair? Pair(int column, Dataset current, ComputeContext context) =>
        _columns[column] is { } values
        && current.TryGetColumn(_names[column], out var other)
        && other.ConvertTo(ColumnKind.Number) is NumericColumn numbers
            ? new SortedPair(values.Span, numbers.Values.Span, context)
            : null;

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var column in _columns)
        {
            if (column is { } values)
            {
                writer.WriteBase64StringValue(SortedValuesForm.Write(values.Span));
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }

    public static ReferenceValues Read(JsonElement state, DatasetProfileDefinition definition)
    {
        string[] names = [.. definition.JudgedColumns.Select(column => column.Schema.Name)];
        if (state.ValueKind != JsonValueKind.Array || state.GetArrayLength() != names.Length)
        {
            throw new FormatException($"'values' must be an array with an element for each of {names.Length} columns.");
        }

        var columns = new ReadOnlyMemory<double>?[names.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var isNumber = definition.JudgedColumns[i].Schema.Kind == ColumnKind.Number;
            if (isNumber != (state[i].ValueKind == JsonValueKind.String))
            {
                throw new FormatException($"'values' of column '{names[i]}' must be a string for numbers, else null.");
            }

            if (isNumber)
            {
                columns[i] = state[i].TryGetBytesFromBase64(out var bytes)
                    ? SortedValuesForm.Read(bytes, names[i])
                    : throw new FormatException($"'values' of column '{names[i]}' is not base64.");
            }
        }

        return new ReferenceValues(names, columns);
    }
}
