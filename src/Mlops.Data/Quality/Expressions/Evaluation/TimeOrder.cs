namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct TimeOrder : IOrder<long>
{
    public static long Unknown => TimeColumn.Missing;

    public static bool IsUnknown(long value) => value == TimeColumn.Missing;

    public static int Compare(long left, long right) => left.CompareTo(right);
}
