namespace Mlops.Data.Quality.Expressions.Evaluation;

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
