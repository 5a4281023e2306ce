namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A formula of two values; it says itself what becomes of the unknown.</summary>
internal interface IBinary<TIn, TOut>
{
    static abstract TOut Apply(TIn left, TIn right);
}
