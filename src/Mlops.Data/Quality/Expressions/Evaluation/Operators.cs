namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A formula of one value; it says itself what becomes of the unknown.</summary>
internal interface IUnary<TIn, TOut>
{
    static abstract TOut Apply(TIn value);
}

/// <summary>A formula of two values; it says itself what becomes of the unknown.</summary>
internal interface IBinary<TIn, TOut>
{
    static abstract TOut Apply(TIn left, TIn right);
}

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

/// <summary>One of two values, by a condition; where that is unknown the value is unknown.</summary>
internal sealed class IfNode<T>(Node<sbyte> condition, Node<T> then, Node<T> otherwise, T unknown) : Node<T>
{
    private readonly sbyte[] _condition = new sbyte[BlockRows];
    private readonly T[] _otherwise = new T[BlockRows];

    public override void Evaluate(int start, Span<T> result)
    {
        var conditions = _condition.AsSpan(0, result.Length);
        var others = _otherwise.AsSpan(0, result.Length);
        condition.Evaluate(start, conditions);
        then.Evaluate(start, result);
        otherwise.Evaluate(start, others);
        for (var i = 0; i < conditions.Length; i++)
        {
            result[i] = conditions[i] switch
            {
                1 => result[i],
                0 => others[i],
                _ => unknown,
            };
        }
    }
}

/// <summary>The first value, or where that is unknown the second.</summary>
internal sealed class CoalesceNode<T, TOrder>(Node<T> first, Node<T> second) : Node<T>
    where TOrder : struct, IOrder<T>
{
    private readonly T[] _second = new T[BlockRows];

    public override void Evaluate(int start, Span<T> result)
    {
        var seconds = _second.AsSpan(0, result.Length);
        first.Evaluate(start, result);
        second.Evaluate(start, seconds);
        for (var i = 0; i < seconds.Length; i++)
        {
            if (TOrder.IsUnknown(result[i]))
            {
                result[i] = seconds[i];
            }
        }
    }
}
