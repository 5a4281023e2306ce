namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>A formula of one value; it says itself what becomes of the unknown.</summary>
internal interface IUnary<TIn, TOut>
{
    static abstract TOut Apply(TIn value);
}
