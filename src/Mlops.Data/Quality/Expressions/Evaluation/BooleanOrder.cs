namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct BooleanOrder : IOrder<sbyte>
{
    public static sbyte Unknown => BooleanColumn.Missing;

    public static bool IsUnknown(sbyte value) => value == BooleanColumn.Missing;

    public static int Compare(sbyte left, sbyte right) => left.CompareTo(right);
}
