using System.Runtime.CompilerServices;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Expressions.Evaluation;

namespace Mlops.Data.Quality.Checking;

/// <summary>Goes over the rows of a column and tallies those that violate a constraint. Each is one pass.</summary>
internal static class RowScans
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Range(NumericColumn column, RangeConstraint constraint, RowTally tally)
    {
        var (low, high) = (
            constraint.Minimum ?? double.NegativeInfinity,
            constraint.Maximum ?? double.PositiveInfinity
        );
        var values = column.Values.Span;
        var missing = 0;
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (value < low || value > high)
            {
                tally.Violate(row);
            }
            else if (double.IsNaN(value))
            {
                missing++;
            }
        }

        tally.Checked = values.Length - missing;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Whole(NumericColumn column, RowTally tally)
    {
        var values = column.Values.Span;
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (!double.IsNaN(value) && value != Math.Truncate(value))
            {
                tally.Violate(row);
            }
        }
    }

    /// <summary>What holds of each text; of categories it is asked once for each.</summary>
    public static void Texts(Column column, Func<string, bool> holds, RowTally tally)
    {
        if (column is CategoryColumn category)
        {
            Categories(category, Array.ConvertAll([.. category.Categories], text => holds(text)), tally);
            return;
        }

        var text = (TextColumn)column;
        for (var row = 0; row < text.Length; row++)
        {
            if (text[row] is { } value)
            {
                tally.Checked++;
                if (!holds(value))
                {
                    tally.Violate(row);
                }
            }
        }
    }

    public static void Domain(Column column, DomainConstraint constraint, RowTally tally)
    {
        switch (column)
        {
            case NumericColumn number:
                var numbers = constraint
                    .Values.Select(RuleText.Number)
                    .Where(value => !double.IsNaN(value))
                    .ToHashSet();
                Each(number.Values.Span, double.IsNaN, numbers.Contains, tally);
                break;
            case BooleanColumn boolean:
                var (no, yes) = (constraint.Values.Contains("false"), constraint.Values.Contains("true"));
                Each(boolean.Codes.Span, code => code < 0, code => code == 1 ? yes : no, tally);
                break;
            default:
                var texts = constraint.Values.ToHashSet(StringComparer.Ordinal);
                Texts(column, texts.Contains, tally);
                break;
        }
    }

    public static void Monotony(Column column, MonotonyOrder order, RowTally tally)
    {
        if (column is NumericColumn number)
        {
            Ordered<double, NumberOrder>(number.Values.Span, order, tally);
        }
        else
        {
            Ordered<long, TimeOrder>(((TimeColumn)column).UtcTicks.Span, order, tally);
        }
    }

    public static void Unique(IReadOnlyList<Column> columns, RowTally tally)
    {
        var keys = RowKeys.Of(columns, out var count);
        var seen = new bool[count];
        for (var row = 0; row < keys.Length; row++)
        {
            var key = keys[row];
            if (key < 0)
            {
                continue;
            }

            tally.Checked++;
            if (seen[key])
            {
                tally.Violate(row);
            }

            seen[key] = true;
        }
    }

    public static void Rule(Node<sbyte> rule, int rows, RowTally tally)
    {
        Span<sbyte> block = stackalloc sbyte[Node.BlockRows];
        for (var start = 0; start < rows; start += Node.BlockRows)
        {
            var codes = block[..Math.Min(Node.BlockRows, rows - start)];
            rule.Evaluate(start, codes);
            for (var i = 0; i < codes.Length; i++)
            {
                if (codes[i] == 0)
                {
                    tally.Violate(start + i);
                }
                else if (codes[i] < 0)
                {
                    tally.Unknown++;
                }
            }
        }

        tally.Checked = rows - tally.Unknown;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Categories(CategoryColumn column, bool[] holds, RowTally tally)
    {
        var codes = column.Codes.Span;
        var missing = 0;
        for (var row = 0; row < codes.Length; row++)
        {
            var code = codes[row];
            if (code == CategoryColumn.Missing)
            {
                missing++;
            }
            else if (!holds[code])
            {
                tally.Violate(row);
            }
        }

        tally.Checked = codes.Length - missing;
    }

    private static void Each<T>(ReadOnlySpan<T> values, Func<T, bool> isMissing, Func<T, bool> holds, RowTally tally)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (isMissing(values[row]))
            {
                continue;
            }

            tally.Checked++;
            if (!holds(values[row]))
            {
                tally.Violate(row);
            }
        }
    }

    private static void Ordered<T, TOrder>(ReadOnlySpan<T> values, MonotonyOrder order, RowTally tally)
        where TOrder : struct, IOrder<T>
    {
        var sign = order is MonotonyOrder.Increasing or MonotonyOrder.StrictlyIncreasing ? 1 : -1;
        var least = order is MonotonyOrder.StrictlyIncreasing or MonotonyOrder.StrictlyDecreasing ? 1 : 0;
        var last = TOrder.Unknown;
        for (var row = 0; row < values.Length; row++)
        {
            if (TOrder.IsUnknown(values[row]))
            {
                continue;
            }

            tally.Checked++;
            if (!TOrder.IsUnknown(last) && sign * TOrder.Compare(values[row], last) < least)
            {
                tally.Violate(row);
            }

            last = values[row];
        }
    }
}
