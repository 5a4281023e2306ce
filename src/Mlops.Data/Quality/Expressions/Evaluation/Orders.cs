namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>What is unknown among values of a type, and how they are ordered.</summary>
internal interface IOrder<T>
{
    static abstract T Unknown { get; }

    static abstract bool IsUnknown(T value);

    /// <summary>Negative, zero or positive; only known values are compared.</summary>
    static abstract int Compare(T left, T right);
}

internal readonly struct NumberOrder : IOrder<double>
{
    public static double Unknown => double.NaN;

    public static bool IsUnknown(double value) => double.IsNaN(value);

    public static int Compare(double left, double right) =>
        left < right ? -1
        : left > right ? 1
        : 0;
}

internal readonly struct TextOrder : IOrder<string?>
{
    public static string? Unknown => null;

    public static bool IsUnknown(string? value) => value is null;

    public static int Compare(string? left, string? right) => string.CompareOrdinal(left, right);
}

internal readonly struct TimeOrder : IOrder<long>
{
    public static long Unknown => TimeColumn.Missing;

    public static bool IsUnknown(long value) => value == TimeColumn.Missing;

    public static int Compare(long left, long right) => left.CompareTo(right);
}

internal readonly struct BooleanOrder : IOrder<sbyte>
{
    public static sbyte Unknown => BooleanColumn.Missing;

    public static bool IsUnknown(sbyte value) => value == BooleanColumn.Missing;

    public static int Compare(sbyte left, sbyte right) => left.CompareTo(right);
}
