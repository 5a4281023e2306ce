namespace Mlops.Data.Quality.Expressions.Evaluation;

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
