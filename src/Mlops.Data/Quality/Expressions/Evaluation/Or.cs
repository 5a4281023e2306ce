namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Or : IBinary<sbyte, sbyte>
{
    public static sbyte Apply(sbyte left, sbyte right) =>
        left == 1 || right == 1 ? (sbyte)1
        : left < 0 || right < 0 ? BooleanColumn.Missing
        : (sbyte)0;
}
