namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>The same value in every row.</summary>
internal sealed class ConstantNode<T>(T value) : Node<T>
{
    public T Value => value;

    public override void Evaluate(int start, Span<T> result) => result.Fill(value);
}

/// <summary>A column that is held as the nodes hold their values.</summary>
internal sealed class ColumnNode<T>(ReadOnlyMemory<T> values) : Node<T>
{
    public override void Evaluate(int start, Span<T> result) => values.Span.Slice(start, result.Length).CopyTo(result);
}

/// <summary>A category column; its texts are those of the dictionary.</summary>
internal sealed class CategoryNode(CategoryColumn column) : Node<string?>
{
    public override void Evaluate(int start, Span<string?> result)
    {
        var codes = column.Codes.Span.Slice(start, result.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            result[i] = codes[i] == CategoryColumn.Missing ? null : column.Categories[codes[i]];
        }
    }
}

/// <summary>A column of free text, decoded as it is asked for.</summary>
internal sealed class TextNode(TextColumn column) : Node<string?>
{
    public override void Evaluate(int start, Span<string?> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = column[start + i];
        }
    }
}

/// <summary>What depends on one category column alone: found once for each category, then looked up by its code.</summary>
internal sealed class LiftedNode<T> : Node<T>
{
    private readonly ReadOnlyMemory<int> _codes;
    private readonly T[] _values;

    /// <param name="inner">The node over the categories in the order of their codes, and one row more where the value is missing.</param>
    /// <param name="codes">The column's codes.</param>
    /// <param name="categories">How many categories there are.</param>
    public LiftedNode(Node<T> inner, ReadOnlyMemory<int> codes, int categories)
    {
        _codes = codes;
        _values = new T[categories + 1];
        for (var start = 0; start < _values.Length; start += BlockRows)
        {
            inner.Evaluate(start, _values.AsSpan(start, Math.Min(BlockRows, _values.Length - start)));
        }
    }

    public override void Evaluate(int start, Span<T> result)
    {
        var codes = _codes.Span.Slice(start, result.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            result[i] = codes[i] == CategoryColumn.Missing ? _values[^1] : _values[codes[i]];
        }
    }
}
