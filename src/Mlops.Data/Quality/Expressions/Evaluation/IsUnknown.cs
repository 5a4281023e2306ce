namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>Whether a value is unknown; that is always known.</summary>
internal readonly struct IsUnknown<T, TOrder> : IUnary<T, sbyte>
    where TOrder : struct, IOrder<T>
{
    public static sbyte Apply(T value) => TOrder.IsUnknown(value) ? (sbyte)1 : (sbyte)0;
}
