namespace Mlops.Data;

/// <summary>A column of numbers.</summary>
/// <remarks>NaN is missing; infinities are values; -0.0 equals 0.0.</remarks>
public sealed class NumericColumn : Column
{
    private const double FirstInexactInteger = 9007199254740992;

    internal NumericColumn(
        string name,
        SourceType sourceType,
        ReadOnlyMemory<double> values,
        FailureLog? failures = null
    )
        : base(name, ColumnKind.Number, sourceType, values.Length, failures) => Values = values;

    /// <summary>The values in the order of the rows; NaN where missing.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>The value of a row; NaN when missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public double this[int row] => Values.Span[row];

    /// <summary>Whether a whole number of magnitude 2^53 or more is there, which a double may not hold exactly.</summary>
    /// <remarks>From 2^53 on, neighbouring whole numbers are the same double, so two such identifiers may look equal. O(n).</remarks>
    public bool HasInexactIntegers
    {
        get
        {
            if (SourceType != SourceType.Integer)
                return false;
            foreach (var value in Values.Span)
            {
                if (Math.Abs(value) >= FirstInexactInteger)
                    return true;
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(Values.Span[row]);

    /// <inheritdoc/>
    public override NumericColumn Slice(int start, int length)
    {
        ThrowIfOutside(start, length);
        return new NumericColumn(
            Name,
            SourceType,
            Values.Slice(start, length),
            FailureLog.Slice(FailureLog, start, length)
        );
    }

    private protected override long CountMissing()
    {
        var count = 0L;
        foreach (var value in Values.Span)
            count += double.IsNaN(value) ? 1 : 0;
        return count;
    }

    private protected override NumericColumn TakeChecked(ReadOnlySpan<int> rows) =>
        new(Name, SourceType, Gather(Values.Span, rows, double.NaN), FailureLog.Take(FailureLog, rows));

    private protected override NumericColumn RenamedTo(string name) => new(name, SourceType, Values, FailureLog);
}
