using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mlops.Data.Parsing;
using Mlops.Serialization;

namespace Mlops.Data;

/// <summary>Columns of one kind as columns of another; the rules are those of <see cref="Column.ConvertTo"/>.</summary>
internal static class ColumnConversion
{
    public static Column Convert(Column column, ColumnKind kind) =>
        (column, kind) switch
        {
            (CategoryColumn text, ColumnKind.Number) => TextToNumber(text),
            (CategoryColumn text, ColumnKind.Boolean) => TextToBoolean(text),
            (CategoryColumn text, ColumnKind.Time) => TextToTime(text),
            (NumericColumn numbers, ColumnKind.Category) => NumberToText(numbers),
            (NumericColumn numbers, ColumnKind.Boolean) => NumberToBoolean(numbers),
            (NumericColumn or BooleanColumn, ColumnKind.Time) => AllFail(column, kind),
            (BooleanColumn booleans, ColumnKind.Category) => BooleanToText(booleans),
            (BooleanColumn booleans, ColumnKind.Number) => BooleanToNumber(booleans),
            (TimeColumn times, ColumnKind.Category) => TimeToText(times),
            (TimeColumn, ColumnKind.Number or ColumnKind.Boolean) => AllFail(column, kind),
            (CategoryColumn text, ColumnKind.Text) => VectorConversion.CategoryToText(text),
            (CategoryColumn text, ColumnKind.Embedding) => VectorConversion.TextToEmbedding(text),
            (TextColumn text, ColumnKind.Category) => VectorConversion.TextToCategory(text),
            (EmbeddingColumn vectors, ColumnKind.Category) => VectorConversion.EmbeddingToCategory(vectors),
            (EmbeddingColumn, ColumnKind.Number or ColumnKind.Boolean or ColumnKind.Time) => AllFail(column, kind),
            (TextColumn, _) when Enum.IsDefined(kind) => Convert(Convert(column, ColumnKind.Category), kind),
            (_, ColumnKind.Text) => Convert(Convert(column, ColumnKind.Category), kind),
            (_, ColumnKind.Embedding) => AllFail(column, kind),
            _ => throw new ArgumentOutOfRangeException(
                nameof(kind),
                kind,
                $"{(int)kind} is not a {nameof(ColumnKind)}."
            ),
        };

    /// <summary>The value of a row as text; <see langword="null"/> when missing.</summary>
    public static string? TextOf(Column column, int row) =>
        column.IsMissing(row)
            ? null
            : column switch
            {
                CategoryColumn texts => texts[row],
                TextColumn texts => texts[row],
                NumericColumn numbers => Format(numbers[row]),
                BooleanColumn booleans => booleans[row] == true ? "true" : "false",
                TimeColumn times => IsoTimeParser.Format(times.UtcTicks.Span[row]),
                EmbeddingColumn vectors => VectorParser.Format(vectors[row]),
                _ => throw new UnreachableException(),
            };

    private static NumericColumn TextToNumber(CategoryColumn text)
    {
        var isInteger = false;
        var isFraction = false;
        var values = MapText(
            text,
            double.NaN,
            (ReadOnlySpan<byte> spelled, out double value) =>
            {
                if (!ValueParser.TryToNumber(spelled, NumberParser.Invariant, out value, out var spelling))
                    return false;
                if (!double.IsNaN(value))
                {
                    isInteger |= spelling.HasFlag(NumberSpelling.Integer);
                    isFraction |= !spelling.HasFlag(NumberSpelling.Integer);
                }

                return true;
            },
            out var failures
        );
        return new NumericColumn(
            text.Name,
            SourceTypes.OfNumbers(text.SourceType, isInteger && !isFraction),
            values,
            failures
        );
    }

    private static BooleanColumn TextToBoolean(CategoryColumn text)
    {
        var codes = MapText(
            text,
            BooleanColumn.Missing,
            (ReadOnlySpan<byte> spelled, out sbyte code) =>
                ValueParser.TryToBoolean(spelled, NumberParser.Invariant, out code),
            out var failures
        );
        return new BooleanColumn(text.Name, SourceTypes.OrText(text.SourceType, SourceType.Boolean), codes, failures);
    }

    private static TimeColumn TextToTime(CategoryColumn text)
    {
        var ticks = MapText<long>(text, TimeColumn.Missing, IsoTimeParser.TryParse, out var failures);
        return new TimeColumn(text.Name, SourceTypes.OrText(text.SourceType, SourceType.Timestamp), ticks, failures);
    }

    // Each distinct text that a row has is read once.
    private static TValue[] MapText<TValue>(
        CategoryColumn text,
        TValue missing,
        TextConverter<TValue> convert,
        out FailureLog? failures
    )
    {
        var codes = text.Codes.Span;
        var log = new FailureLog.Builder();
        var values = new TValue[codes.Length];
        var converted = new TValue[text.Categories.Count];
        var states = new State[text.Categories.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            var code = codes[row];
            if (code == CategoryColumn.Missing)
            {
                values[row] = missing;
                continue;
            }

            if (states[code] == State.Unread)
            {
                var utf8 = ValueParser.Trim(Encoding.UTF8.GetBytes(text.Categories[code]));
                states[code] = convert(utf8, out converted[code]) ? State.Converted : State.Failed;
                if (states[code] == State.Failed)
                    converted[code] = missing;
            }

            values[row] = converted[code];
            if (states[code] == State.Failed)
                log.Add(row, text.Categories[code]);
        }

        failures = FailureLog.Merge(text.FailureLog, log.Build());
        return values;
    }

    private static CategoryColumn NumberToText(NumericColumn numbers)
    {
        var categories = new CategoryDictionary();
        var codeOf = new Dictionary<double, int>();
        var codes = new int[numbers.Length];
        var values = numbers.Values.Span;
        for (var row = 0; row < codes.Length; row++)
        {
            var value = values[row];
            if (double.IsNaN(value))
                codes[row] = CategoryColumn.Missing;
            else if (!codeOf.TryGetValue(value, out codes[row]))
                codeOf.Add(value, codes[row] = categories.CodeOf(Format(value)));
        }

        return new CategoryColumn(numbers.Name, numbers.SourceType, codes, categories.ToList(), numbers.FailureLog);
    }

    private static BooleanColumn NumberToBoolean(NumericColumn numbers)
    {
        var log = new FailureLog.Builder();
        var codes = new sbyte[numbers.Length];
        var values = numbers.Values.Span;
        for (var row = 0; row < codes.Length; row++)
        {
            if (!ValueParser.TryToBoolean(values[row], out codes[row]))
                log.Add(row, Format(values[row]));
        }

        return new BooleanColumn(
            numbers.Name,
            numbers.SourceType,
            codes,
            FailureLog.Merge(numbers.FailureLog, log.Build())
        );
    }

    private static NumericColumn BooleanToNumber(BooleanColumn booleans)
    {
        var values = new double[booleans.Length];
        var codes = booleans.Codes.Span;
        for (var row = 0; row < values.Length; row++)
            values[row] = codes[row] == BooleanColumn.Missing ? double.NaN : codes[row];
        return new NumericColumn(booleans.Name, booleans.SourceType, values, booleans.FailureLog);
    }

    private static CategoryColumn BooleanToText(BooleanColumn booleans)
    {
        var codes = new int[booleans.Length];
        var values = booleans.Codes.Span;
        for (var row = 0; row < codes.Length; row++)
            codes[row] = values[row];
        return new CategoryColumn(
            booleans.Name,
            booleans.SourceType,
            codes,
            Array.AsReadOnly(["false", "true"]),
            booleans.FailureLog
        );
    }

    private static CategoryColumn TimeToText(TimeColumn times)
    {
        var categories = new CategoryDictionary();
        var codeOf = new Dictionary<long, int>();
        var codes = new int[times.Length];
        var ticks = times.UtcTicks.Span;
        for (var row = 0; row < codes.Length; row++)
        {
            if (ticks[row] == TimeColumn.Missing)
                codes[row] = CategoryColumn.Missing;
            else if (!codeOf.TryGetValue(ticks[row], out codes[row]))
                codeOf.Add(ticks[row], codes[row] = categories.CodeOf(IsoTimeParser.Format(ticks[row])));
        }

        return new CategoryColumn(times.Name, times.SourceType, codes, categories.ToList(), times.FailureLog);
    }

    private static Column AllFail(Column column, ColumnKind kind)
    {
        var log = new FailureLog.Builder();
        for (var row = 0; row < column.Length; row++)
        {
            if (TextOf(column, row) is { } text)
                log.Add(row, text);
        }

        var failures = FailureLog.Merge(column.FailureLog, log.Build());
        return kind switch
        {
            ColumnKind.Number => new NumericColumn(
                column.Name,
                column.SourceType,
                Filled(column, double.NaN),
                failures
            ),
            ColumnKind.Boolean => new BooleanColumn(
                column.Name,
                column.SourceType,
                Filled(column, BooleanColumn.Missing),
                failures
            ),
            ColumnKind.Time => new TimeColumn(
                column.Name,
                column.SourceType,
                Filled(column, TimeColumn.Missing),
                failures
            ),
            ColumnKind.Embedding => new EmbeddingColumn(
                column.Name,
                column.SourceType,
                default,
                dimensions: 0,
                ValidityBitmap.NoneValid(column.Length),
                failures
            ),
            _ => throw new UnreachableException(),
        };
    }

    private static TValue[] Filled<TValue>(Column column, TValue missing)
    {
        var values = new TValue[column.Length];
        Array.Fill(values, missing);
        return values;
    }

    // The shortest text that reads back as the same double, which "R" is not always; -0 is 0.
    internal static string Format(double value) =>
        double.IsFinite(value) ? CanonicalJson.FormatNumber(value) : value.ToString(CultureInfo.InvariantCulture);

    private delegate bool TextConverter<TValue>(ReadOnlySpan<byte> text, out TValue value);

    private enum State : byte
    {
        Unread,
        Converted,
        Failed,
    }
}
