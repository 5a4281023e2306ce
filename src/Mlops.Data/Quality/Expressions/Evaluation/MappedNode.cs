namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A formula that is made with the rule, such as a pattern.</summary>
internal sealed class MappedNode<TIn, TOut>(Node<TIn> operand, Func<TIn, TOut> map) : Node<TOut>
{
    private readonly TIn[] _operand = new TIn[BlockRows];

    public override void Evaluate(int start, Span<TOut> result)
    {
        var values = _operand.AsSpan(0, result.Length);
        operand.Evaluate(start, values);
        for (var i = 0; i < values.Length; i++)
        {
            result[i] = map(values[i]);
        }
    }
}
