namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A node that gives values held as <typeparamref name="T"/>.</summary>
internal abstract class Node<T> : Node
{
    public override NodeType Type =>
        typeof(T) == typeof(double) ? NodeType.Number
        : typeof(T) == typeof(sbyte) ? NodeType.Boolean
        : typeof(T) == typeof(long) ? NodeType.Time
        : NodeType.Text;

    /// <summary>The values of consecutive rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="result">Gets a value for each row; at most <see cref="Node.BlockRows"/>.</param>
    public abstract void Evaluate(int start, Span<T> result);
}
