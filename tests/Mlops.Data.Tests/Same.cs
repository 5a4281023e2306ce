namespace Mlops.Data.Tests;

/// <summary>Compares columns value by value, however they hold them.</summary>
internal static class Same
{
    public static object? ValueOf(Column column, int row) =>
        column switch
        {
            NumericColumn numbers => double.IsNaN(numbers[row]) ? null : numbers[row],
            BooleanColumn booleans => booleans[row],
            CategoryColumn texts => texts[row],
            TimeColumn times => times[row],
            TextColumn texts => texts[row],
            EmbeddingColumn vectors => vectors.IsMissing(row) ? null : string.Join(' ', vectors[row].ToArray()),
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };

    public static object?[] ValuesOf(Column column) =>
        [.. Enumerable.Range(0, column.Length).Select(row => ValueOf(column, row))];

    public static void Columns(Column expected, Column actual)
    {
        Assert.Equal(expected.Name, actual.Name);
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal(expected.SourceType, actual.SourceType);
        Assert.Equal(ValuesOf(expected), ValuesOf(actual));
        Assert.Equal(expected.MissingCount, actual.MissingCount);
        Assert.Equal(expected.Failures, actual.Failures);
    }
}
