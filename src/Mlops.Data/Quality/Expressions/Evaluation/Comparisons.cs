namespace Mlops.Data.Quality.Expressions.Evaluation;

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
