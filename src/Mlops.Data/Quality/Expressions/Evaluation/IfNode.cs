namespace Mlops.Data.Quality.Expressions.Evaluation;

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
