namespace Mlops.Data;

/// <summary>A column of true and false.</summary>
public sealed class BooleanColumn : Column
{
    internal const sbyte Missing = -1;

    internal BooleanColumn(string name, SourceType sourceType, ReadOnlyMemory<sbyte> codes, FailureLog? failures = null)
        : base(name, ColumnKind.Boolean, sourceType, codes.Length, failures) => Codes = codes;

    /// <summary>The values in the order of the rows: 1 true, 0 false, -1 missing.</summary>
    public ReadOnlyMemory<sbyte> Codes { get; }

    /// <summary>The value of a row; <see langword="null"/> when missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public bool? this[int row] =>
        Codes.Span[row] switch
        {
            Missing => null,
            var code => code == 1,
        };

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Codes.Span[row] == Missing;

    /// <inheritdoc/>
    public override BooleanColumn Slice(int start, int length)
    {
        ThrowIfOutside(start, length);
        return new BooleanColumn(
            Name,
            SourceType,
            Codes.Slice(start, length),
            FailureLog.Slice(FailureLog, start, length)
        );
    }

    private protected override long CountMissing() => Codes.Span.Count(Missing);

    private protected override BooleanColumn TakeChecked(ReadOnlySpan<int> rows) =>
        new(Name, SourceType, Gather(Codes.Span, rows, Missing), FailureLog.Take(FailureLog, rows));

    private protected override BooleanColumn RenamedTo(string name) => new(name, SourceType, Codes, FailureLog);
}
