using System.Runtime.InteropServices;

namespace Mlops.Data.Quality.Checking;

/// <summary>Gives equal keys equal numbers, from 0 on; rows without a key have -1.</summary>
internal static class RowKeys
{
    public static int[] Of(IReadOnlyList<Column> columns, out int count)
    {
        var keys = Of(columns[0], out count);
        for (var i = 1; i < columns.Count; i++)
        {
            var next = Of(columns[i], out _);
            var pairs = new long[keys.Length];
            for (var row = 0; row < pairs.Length; row++)
            {
                pairs[row] = keys[row] < 0 || next[row] < 0 ? -1 : ((long)keys[row] << 32) | (uint)next[row];
            }

            keys = Numbered(pairs, pair => pair < 0, out count);
        }

        return keys;
    }

    private static int[] Of(Column column, out int count)
    {
        switch (column)
        {
            case NumericColumn number:
                return Numbered(number.Values.Span, double.IsNaN, out count);
            case TimeColumn time:
                return Numbered(time.UtcTicks.Span, ticks => ticks == TimeColumn.Missing, out count);
            case BooleanColumn boolean:
                return Numbered(boolean.Codes.Span, code => code < 0, out count);
            case CategoryColumn category:
                count = category.Categories.Count;
                return category.Codes.ToArray();
            default:
                var text = (TextColumn)column;
                var texts = new CategoryDictionary();
                var codes = new int[text.Length];
                for (var row = 0; row < codes.Length; row++)
                {
                    codes[row] = text[row] is { } value ? texts.CodeOf(value) : -1;
                }

                count = texts.ToList().Count;
                return codes;
        }
    }

    private static int[] Numbered<T>(ReadOnlySpan<T> values, Func<T, bool> isMissing, out int count)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var keys = new int[values.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            if (isMissing(values[row]))
            {
                keys[row] = -1;
                continue;
            }

            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, values[row], out var isKnown);
            if (!isKnown)
            {
                number = numbers.Count - 1;
            }

            keys[row] = number;
        }

        count = numbers.Count;
        return keys;
    }
}
