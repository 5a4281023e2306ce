namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Not : IUnary<sbyte, sbyte>
{
    public static sbyte Apply(sbyte value) => value < 0 ? value : (sbyte)(1 - value);
}
