namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A formula of one value for every row.</summary>
internal sealed class UnaryNode<TIn, TOut, TFormula>(Node<TIn> operand) : Node<TOut>
    where TFormula : struct, IUnary<TIn, TOut>
{
    private readonly TIn[] _operand = new TIn[BlockRows];

    public override void Evaluate(int start, Span<TOut> result)
    {
        var values = _operand.AsSpan(0, result.Length);
        operand.Evaluate(start, values);
        for (var i = 0; i < values.Length; i++)
        {
            result[i] = TFormula.Apply(values[i]);
        }
    }
}
