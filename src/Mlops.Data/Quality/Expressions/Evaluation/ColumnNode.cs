namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A column that is held as the nodes hold their values.</summary>
internal sealed class ColumnNode<T>(ReadOnlyMemory<T> values) : Node<T>
{
    public override void Evaluate(int start, Span<T> result) => values.Span.Slice(start, result.Length).CopyTo(result);
}
