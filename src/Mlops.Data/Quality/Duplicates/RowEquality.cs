namespace Mlops.Data.Quality.Duplicates;

/// <summary>Compares rows of two data sets with columns of the same kinds; missing equals missing.</summary>
internal static class RowEquality
{
    public static bool Of(IReadOnlyList<Column> first, int firstRow, IReadOnlyList<Column> second, int secondRow)
    {
        for (var i = 0; i < first.Count; i++)
        {
            if (!Of(first[i], firstRow, second[i], secondRow))
            {
                return false;
            }
        }

        return true;
    }

    public static bool Of(Column first, int firstRow, Column second, int secondRow)
    {
        switch (first)
        {
            case NumericColumn number:
                var (left, right) = (number.Values.Span[firstRow], ((NumericColumn)second).Values.Span[secondRow]);
                return left == right || (double.IsNaN(left) && double.IsNaN(right));
            case CategoryColumn category:
                var other = (CategoryColumn)second;
                return ReferenceEquals(category.Categories, other.Categories)
                    ? category.Codes.Span[firstRow] == other.Codes.Span[secondRow]
                    : string.Equals(category[firstRow], other[secondRow], StringComparison.Ordinal);
            case TimeColumn time:
                return time.UtcTicks.Span[firstRow] == ((TimeColumn)second).UtcTicks.Span[secondRow];
            case BooleanColumn boolean:
                return boolean.Codes.Span[firstRow] == ((BooleanColumn)second).Codes.Span[secondRow];
            default:
                return first.IsMissing(firstRow) == second.IsMissing(secondRow)
                    && RowHashes.Bytes(first, firstRow).SequenceEqual(RowHashes.Bytes(second, secondRow));
        }
    }
}
