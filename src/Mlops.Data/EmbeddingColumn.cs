using System.Numerics.Tensors;

namespace Mlops.Data;

/// <summary>A column of vectors of one length, the rows of a matrix.</summary>
/// <remarks>Every component of a vector that is there is finite. A missing vector is a row of zeros, which <see cref="IsMissing"/> tells from a vector of zeros.</remarks>
public sealed class EmbeddingColumn : Column
{
    private readonly ValidityBitmap _validity;

    internal EmbeddingColumn(
        string name,
        ReadOnlyMemory<float> values,
        int dimensions,
        ValidityBitmap validity,
        FailureLog? failures = null
    )
        : this(name, SourceType.Single, values, dimensions, validity, failures) { }

    internal EmbeddingColumn(
        string name,
        SourceType sourceType,
        ReadOnlyMemory<float> values,
        int dimensions,
        ValidityBitmap validity,
        FailureLog? failures
    )
        : base(name, ColumnKind.Embedding, sourceType, validity.Length, failures)
    {
        Values = values;
        Dimensions = dimensions;
        _validity = validity;
    }

    /// <summary>The number of components of each vector; 0 only when no row has one.</summary>
    public int Dimensions { get; }

    /// <summary>The components, row after row: <see cref="Column.Length"/> times <see cref="Dimensions"/>.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>The vector of a row; empty when missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public ReadOnlySpan<float> this[int row] =>
        _validity[row] ? Values.Span.Slice(row * Dimensions, Dimensions) : default;

    /// <summary>The rows as a matrix of <see cref="Column.Length"/> by <see cref="Dimensions"/>, dense and row-major, which copies nothing; rows that are missing are zeros.</summary>
    public ReadOnlyTensorSpan<float> AsTensorSpan() => new(Values.Span, [Length, Dimensions]);

    /// <inheritdoc/>
    public override bool IsMissing(int row) => !_validity[row];

    /// <inheritdoc/>
    public override EmbeddingColumn Slice(int start, int length)
    {
        ThrowIfOutside(start, length);
        return new EmbeddingColumn(
            Name,
            SourceType,
            Values.Slice(start * Dimensions, length * Dimensions),
            Dimensions,
            _validity.Slice(start, length),
            FailureLog.Slice(FailureLog, start, length)
        );
    }

    private protected override long CountMissing() => _validity.CountMissing();

    private protected override EmbeddingColumn TakeChecked(ReadOnlySpan<int> rows)
    {
        var taken = new float[checked(rows.Length * Dimensions)];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0)
                Values.Span.Slice(rows[i] * Dimensions, Dimensions).CopyTo(taken.AsSpan(i * Dimensions));
        }

        var validity = _validity.Take(rows);
        return new EmbeddingColumn(Name, SourceType, taken, Dimensions, validity, FailureLog.Take(FailureLog, rows));
    }

    private protected override EmbeddingColumn RenamedTo(string name) =>
        new(name, SourceType, Values, Dimensions, _validity, FailureLog);
}
