namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A formula of two values for every row.</summary>
internal sealed class BinaryNode<TIn, TOut, TFormula>(Node<TIn> left, Node<TIn> right) : Node<TOut>
    where TFormula : struct, IBinary<TIn, TOut>
{
    private readonly TIn[] _left = new TIn[BlockRows];
    private readonly TIn[] _right = new TIn[BlockRows];

    public override void Evaluate(int start, Span<TOut> result)
    {
        var lefts = _left.AsSpan(0, result.Length);
        var rights = _right.AsSpan(0, result.Length);
        left.Evaluate(start, lefts);
        right.Evaluate(start, rights);
        for (var i = 0; i < lefts.Length; i++)
        {
            result[i] = TFormula.Apply(lefts[i], rights[i]);
        }
    }
}
