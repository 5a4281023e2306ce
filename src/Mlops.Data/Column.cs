namespace Mlops.Data;

/// <summary>A named column of values of one kind, any of which may be missing.</summary>
/// <remarks>
/// Immutable and thread-safe: a column owns its memory or is a view of a column that does (slices copy nothing). There
/// are exactly six kinds: <see cref="NumericColumn"/>, <see cref="BooleanColumn"/>, <see cref="CategoryColumn"/>,
/// <see cref="TimeColumn"/>, <see cref="TextColumn"/> and <see cref="EmbeddingColumn"/>; the factories on this class make them.
/// </remarks>
public abstract partial class Column
{
    private long _missingCount = -1;

    private protected Column(string name, ColumnKind kind, SourceType sourceType, int length, FailureLog? failureLog)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Kind = kind;
        SourceType = sourceType;
        Length = length;
        FailureLog = failureLog;
    }

    /// <summary>The name; never empty.</summary>
    public string Name { get; }

    /// <summary>What the values are to the mathematics.</summary>
    public ColumnKind Kind { get; }

    /// <summary>What the values were before they became this column.</summary>
    public SourceType SourceType { get; }

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>How many values are missing, those that did not convert included.</summary>
    /// <remarks>Counted when first asked for: O(<see cref="Length"/>) once.</remarks>
    public long MissingCount
    {
        get
        {
            var count = Interlocked.Read(ref _missingCount);
            if (count >= 0)
                return count;
            count = CountMissing();
            Interlocked.Exchange(ref _missingCount, count);
            return count;
        }
    }

    /// <summary>The values that were there but did not convert to <see cref="Kind"/>; they are missing here.</summary>
    /// <remarks>A slice or a selection of rows counts its own rows only, numbered from its own start.</remarks>
    public ConversionFailures Failures => FailureLog.Summarize(FailureLog);

    internal FailureLog? FailureLog { get; }

    /// <summary>Whether the value of a row is missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public abstract bool IsMissing(int row);

    /// <summary>Consecutive rows, as a view that copies no values.</summary>
    /// <param name="start">The first row, from 0.</param>
    /// <param name="length">How many rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not all within the column.</exception>
    public abstract Column Slice(int start, int length);

    /// <summary>The rows of the given positions, in the given order; a position may come more than once.</summary>
    /// <param name="rows">Positions from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is not within the column; the message says which.</exception>
    public Column Take(ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if ((uint)rows[i] >= (uint)Length)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(rows),
                    rows[i],
                    $"Position {i} asks for row {rows[i]}; column '{Name}' has rows 0 to {Length - 1}."
                );
            }
        }

        return TakeChecked(rows);
    }

    /// <summary>The same values as another kind; what does not convert becomes missing and is counted in <see cref="Failures"/>.</summary>
    /// <param name="kind">The kind wanted; the column itself comes back when it is already of that kind.</param>
    /// <remarks>
    /// Text to number: invariant (<c>1.5</c>, <c>-2e3</c>, <c>inf</c>; <c>NaN</c> is missing), and <c>true</c> and <c>false</c> as 1 and 0.
    /// Text to boolean: <c>true</c> and <c>false</c> in any case, and numbers that are 0 or 1. Text to time: an ISO 8601
    /// date or date and time, in UTC unless it says otherwise. Anything to text: invariant, numbers so that they read back
    /// as the same (<c>0.1</c>, <c>Infinity</c>), <c>true</c> and <c>false</c>, times as <c>2007-03-05T14:30:00Z</c>. Boolean to
    /// number: 0 and 1. Number to boolean: only 0 and 1. Numbers and booleans are never times, nor times numbers or
    /// booleans: there every value fails. Category and text hold the same texts, so each becomes the other exactly, and what
    /// holds of text holds of both. Text to embedding: a JSON array of finite numbers (<c>[0.1, -2]</c>), as many as the first
    /// that converts has; embedding to text: such an array, which reads back as the same. Everything else to or from an
    /// embedding fails. Spaces around a value are ignored. <see cref="SourceType"/> stays, except that
    /// text which becomes something else says what it spelled. O(<see cref="Length"/>).
    /// </remarks>
    public Column ConvertTo(ColumnKind kind) => kind == Kind ? this : ColumnConversion.Convert(this, kind);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Kind}, {Length} rows";

    private protected abstract long CountMissing();

    /// <summary>The rows of the given positions, which are within the column; -1 is a row without a value.</summary>
    private protected abstract Column TakeChecked(ReadOnlySpan<int> rows);

    private protected abstract Column RenamedTo(string name);

    internal Column Renamed(string name) => name == Name ? this : RenamedTo(name);

    /// <summary>Like <see cref="Take"/>, with -1 for rows without a value.</summary>
    internal Column TakeOrMissing(ReadOnlySpan<int> rows) => TakeChecked(rows);

    private protected void ThrowIfOutside(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if ((long)start + length > Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length),
                length,
                $"Column '{Name}' has {Length} rows; {length} rows from row {start} reach beyond."
            );
        }
    }

    private protected static TValue[] Gather<TValue>(
        ReadOnlySpan<TValue> values,
        ReadOnlySpan<int> rows,
        TValue missing
    )
    {
        var taken = new TValue[rows.Length];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = rows[i] < 0 ? missing : values[rows[i]];
        return taken;
    }
}
