namespace Mlops.Data.Quality.Expressions.Evaluation;

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
