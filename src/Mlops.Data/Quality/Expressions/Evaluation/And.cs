namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>Kleene's logic: what is false whatever the unknown turns out to be is false, and likewise true.</summary>
internal readonly struct And : IBinary<sbyte, sbyte>
{
    public static sbyte Apply(sbyte left, sbyte right) =>
        left == 0 || right == 0 ? (sbyte)0
        : left < 0 || right < 0 ? BooleanColumn.Missing
        : (sbyte)1;
}
