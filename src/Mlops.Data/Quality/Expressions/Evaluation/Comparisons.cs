namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>Whether a comparison holds, by the sign of the order.</summary>
internal interface IRelation
{
    static abstract bool Holds(int order);
}

/// <summary>A comparison; unknown where either side is.</summary>
internal readonly struct Comparison<T, TOrder, TRelation> : IBinary<T, sbyte>
    where TOrder : struct, IOrder<T>
    where TRelation : struct, IRelation
{
    public static sbyte Apply(T left, T right) =>
        TOrder.IsUnknown(left) || TOrder.IsUnknown(right) ? BooleanColumn.Missing
        : TRelation.Holds(TOrder.Compare(left, right)) ? (sbyte)1
        : (sbyte)0;
}

/// <summary>Whether a value is unknown; that is always known.</summary>
internal readonly struct IsUnknown<T, TOrder> : IUnary<T, sbyte>
    where TOrder : struct, IOrder<T>
{
    public static sbyte Apply(T value) => TOrder.IsUnknown(value) ? (sbyte)1 : (sbyte)0;
}

internal static class Comparisons
{
    public static Node<sbyte> Of<T, TOrder>(string name, Node<T> left, Node<T> right)
        where TOrder : struct, IOrder<T> =>
        name switch
        {
            "=" => new BinaryNode<T, sbyte, Comparison<T, TOrder, Equal>>(left, right),
            "!=" => new BinaryNode<T, sbyte, Comparison<T, TOrder, NotEqual>>(left, right),
            "<" => new BinaryNode<T, sbyte, Comparison<T, TOrder, Less>>(left, right),
            "<=" => new BinaryNode<T, sbyte, Comparison<T, TOrder, LessOrEqual>>(left, right),
            ">" => new BinaryNode<T, sbyte, Comparison<T, TOrder, Greater>>(left, right),
            _ => new BinaryNode<T, sbyte, Comparison<T, TOrder, GreaterOrEqual>>(left, right),
        };

    private readonly struct Equal : IRelation
    {
        public static bool Holds(int order) => order == 0;
    }

    private readonly struct NotEqual : IRelation
    {
        public static bool Holds(int order) => order != 0;
    }

    private readonly struct Less : IRelation
    {
        public static bool Holds(int order) => order < 0;
    }

    private readonly struct LessOrEqual : IRelation
    {
        public static bool Holds(int order) => order <= 0;
    }

    private readonly struct Greater : IRelation
    {
        public static bool Holds(int order) => order > 0;
    }

    private readonly struct GreaterOrEqual : IRelation
    {
        public static bool Holds(int order) => order >= 0;
    }
}
