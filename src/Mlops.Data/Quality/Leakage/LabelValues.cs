using Mlops.Data.Quality.Duplicates;

namespace Mlops.Data.Quality.Leakage;

/// <summary>The label's values: classes with codes, or numbers.</summary>
internal sealed class LabelValues
{
    public const int MostClasses = 50;
    private const int MostAutomaticClasses = 10;

    private LabelValues(Column column, ResultStatus status)
    {
        Column = column;
        Status = status;
    }

    public Column Column { get; }

    public ResultStatus Status { get; private init; }

    /// <summary>Each row's class, -1 where missing; <see langword="null"/> of numbers.</summary>
    public int[]? Codes { get; private init; }

    /// <summary>What the classes are called.</summary>
    public IReadOnlyList<string> Classes { get; private init; } = [];

    /// <summary>Each row's number, NaN where missing; empty of classes.</summary>
    public ReadOnlyMemory<double> Numbers { get; private init; }

    public bool IsMissing(int row) => Codes is { } codes ? codes[row] < 0 : double.IsNaN(Numbers.Span[row]);

    /// <summary>The label's column: the one that is named, or else the first whose role it is.</summary>
    public static Column? ColumnOf(Dataset data, string? name) =>
        name is not null
            ? data[name]
            : data.Columns.FirstOrDefault(column => data.Schema[column.Name].Role == ColumnRole.Label);

    public static LabelValues Of(Column column, LabelReading reading)
    {
        if (column is not (NumericColumn or BooleanColumn or CategoryColumn))
        {
            return new LabelValues(column, ResultStatus.TypeMismatch);
        }

        if (column.Length == column.MissingCount)
        {
            return new LabelValues(column, column.Length == 0 ? ResultStatus.Empty : ResultStatus.AllMissing);
        }

        var distinct =
            column is NumericColumn number && reading != LabelReading.Classes
                ? number
                    .Values.ToArray()
                    .Where(value => !double.IsNaN(value))
                    .Distinct()
                    .Take(MostAutomaticClasses + 1)
                    .ToList()
                : [];
        var areNumbers =
            reading == LabelReading.Numbers
            || (
                column is NumericColumn
                && reading == LabelReading.Auto
                && (distinct.Count > MostAutomaticClasses || distinct.Exists(value => value != Math.Truncate(value)))
            );
        if (!areNumbers)
        {
            return OfClasses(column);
        }

        return column is NumericColumn numbers
            ? new LabelValues(column, distinct.Count == 1 ? ResultStatus.Constant : ResultStatus.Ok)
            {
                Numbers = numbers.Values,
            }
            : new LabelValues(column, ResultStatus.TypeMismatch);
    }

    private static LabelValues OfClasses(Column column)
    {
        var firstOf = RowIndex.Of([column], column.Length).FirstOf;
        var codes = new int[firstOf.Length];
        var names = new List<string>();
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = -1;
            if (column.IsMissing(row))
            {
                continue;
            }

            if (firstOf[row] == row)
            {
                codes[row] = names.Count;
                names.Add(Checking.RowText.Of(column, row));
            }
            else
            {
                codes[row] = codes[firstOf[row]];
            }
        }

        return new LabelValues(
            column,
            names.Count == 1 ? ResultStatus.Constant
                : names.Count > MostClasses ? ResultStatus.Undefined
                : ResultStatus.Ok
        )
        {
            Codes = codes,
            Classes = names,
        };
    }
}
