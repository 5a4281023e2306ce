namespace Mlops.Data;

/// <summary>A column of texts, each held once in a dictionary.</summary>
/// <remarks>
/// Texts are compared ordinally; an empty text is a value, not a missing one. The dictionary's order means nothing, and a
/// slice shares the dictionary of its whole, so it may list texts that no row of the slice has.
/// </remarks>
public sealed class CategoryColumn : Column
{
    internal const int Missing = -1;

    internal CategoryColumn(
        string name,
        SourceType sourceType,
        ReadOnlyMemory<int> codes,
        IReadOnlyList<string> categories,
        FailureLog? failures = null
    )
        : base(name, ColumnKind.Category, sourceType, codes.Length, failures)
    {
        Codes = codes;
        Categories = categories;
    }

    /// <summary>The position in <see cref="Categories"/> of each row's text, in the order of the rows; -1 where missing.</summary>
    public ReadOnlyMemory<int> Codes { get; }

    /// <summary>The distinct texts.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The text of a row; <see langword="null"/> when missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public string? this[int row] =>
        Codes.Span[row] switch
        {
            Missing => null,
            var code => Categories[code],
        };

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Codes.Span[row] == Missing;

    /// <inheritdoc/>
    public override CategoryColumn Slice(int start, int length)
    {
        ThrowIfOutside(start, length);
        var failures = FailureLog.Slice(FailureLog, start, length);
        return new CategoryColumn(Name, SourceType, Codes.Slice(start, length), Categories, failures);
    }

    private protected override long CountMissing() => Codes.Span.Count(Missing);

    private protected override CategoryColumn TakeChecked(ReadOnlySpan<int> rows) =>
        new(Name, SourceType, Gather(Codes.Span, rows, Missing), Categories, FailureLog.Take(FailureLog, rows));

    private protected override CategoryColumn RenamedTo(string name) =>
        new(name, SourceType, Codes, Categories, FailureLog);
}
