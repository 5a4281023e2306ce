namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>The same value in every row.</summary>
internal sealed class ConstantNode<T>(T value) : Node<T>
{
    public T Value => value;

    public override void Evaluate(int start, Span<T> result) => result.Fill(value);
}
