namespace Mlops.Data.Joins;

/// <summary>Numbers the keys of two columns through, so that equal keys have equal numbers.</summary>
/// <param name="Left">The number of each row's key on the left, from 0; -1 where missing.</param>
/// <param name="Right">The number of each row's key on the right, from 0; -1 where missing.</param>
/// <param name="Count">How many different keys there are.</param>
internal readonly record struct KeyIndex(int[] Left, int[] Right, int Count)
{
    private const int Missing = -1;

    public static KeyIndex Of(Column left, Column right)
    {
        if (left is TextColumn || right is TextColumn)
            return Of(AsCategory(left), AsCategory(right));
        return (left, right) switch
        {
            (CategoryColumn a, CategoryColumn b) => OfCategories(a, b),
            (NumericColumn a, NumericColumn b) => OfValues(a.Values.Span, b.Values.Span, double.NaN),
            (TimeColumn a, TimeColumn b) => OfValues(a.UtcTicks.Span, b.UtcTicks.Span, TimeColumn.Missing),
            _ => throw new ArgumentException(
                $"Column '{left.Name}' holds {left.Kind} and column '{right.Name}' of the other holds {right.Kind}. Keys must be of one kind, {ColumnKind.Category}, {ColumnKind.Number} or {ColumnKind.Time}: convert one by ConvertTo, or read it as such."
            ),
        };
    }

    private static Column AsCategory(Column column) =>
        column is TextColumn ? column.ConvertTo(ColumnKind.Category) : column;

    private static KeyIndex OfCategories(CategoryColumn left, CategoryColumn right)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return new KeyIndex(Numbered(left, numbers), Numbered(right, numbers), numbers.Count);
    }

    private static int[] Numbered(CategoryColumn column, Dictionary<string, int> numbers)
    {
        var numberOf = new int[column.Categories.Count];
        for (var code = 0; code < numberOf.Length; code++)
        {
            if (!numbers.TryGetValue(column.Categories[code], out numberOf[code]))
                numbers.Add(column.Categories[code], numberOf[code] = numbers.Count);
        }

        var keys = new int[column.Length];
        var codes = column.Codes.Span;
        for (var row = 0; row < keys.Length; row++)
            keys[row] = codes[row] == CategoryColumn.Missing ? Missing : numberOf[codes[row]];
        return keys;
    }

    private static KeyIndex OfValues<TKey>(ReadOnlySpan<TKey> left, ReadOnlySpan<TKey> right, TKey missing)
        where TKey : struct, IEquatable<TKey>
    {
        var numbers = new Dictionary<TKey, int>();
        return new KeyIndex(Numbered(left, missing, numbers), Numbered(right, missing, numbers), numbers.Count);
    }

    // Equals holds for NaN and NaN, and for 0 and -0, which have one hash code.
    private static int[] Numbered<TKey>(ReadOnlySpan<TKey> values, TKey missing, Dictionary<TKey, int> numbers)
        where TKey : struct, IEquatable<TKey>
    {
        var keys = new int[values.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            if (values[row].Equals(missing))
                keys[row] = Missing;
            else if (!numbers.TryGetValue(values[row], out keys[row]))
                numbers.Add(values[row], keys[row] = numbers.Count);
        }

        return keys;
    }
}
