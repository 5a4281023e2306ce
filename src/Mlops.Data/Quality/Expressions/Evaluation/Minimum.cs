namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Minimum<T, TOrder> : IBinary<T, T>
    where TOrder : struct, IOrder<T>
{
    public static T Apply(T left, T right) =>
        TOrder.IsUnknown(left) || TOrder.IsUnknown(right) ? TOrder.Unknown
        : TOrder.Compare(left, right) <= 0 ? left
        : right;
}
