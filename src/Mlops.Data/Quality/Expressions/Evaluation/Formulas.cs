namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>Kleene's logic: what is false whatever the unknown turns out to be is false, and likewise true.</summary>
internal readonly struct And : IBinary<sbyte, sbyte>
{
    public static sbyte Apply(sbyte left, sbyte right) =>
        left == 0 || right == 0 ? (sbyte)0
        : left < 0 || right < 0 ? BooleanColumn.Missing
        : (sbyte)1;
}

internal readonly struct Or : IBinary<sbyte, sbyte>
{
    public static sbyte Apply(sbyte left, sbyte right) =>
        left == 1 || right == 1 ? (sbyte)1
        : left < 0 || right < 0 ? BooleanColumn.Missing
        : (sbyte)0;
}

internal readonly struct Not : IUnary<sbyte, sbyte>
{
    public static sbyte Apply(sbyte value) => value < 0 ? value : (sbyte)(1 - value);
}

internal readonly struct Add : IBinary<double, double>
{
    public static double Apply(double left, double right) => left + right;
}

internal readonly struct Subtract : IBinary<double, double>
{
    public static double Apply(double left, double right) => left - right;
}

internal readonly struct Multiply : IBinary<double, double>
{
    public static double Apply(double left, double right) => left * right;
}

/// <summary>Divided by zero nothing is known.</summary>
internal readonly struct Divide : IBinary<double, double>
{
    public static double Apply(double left, double right) => right == 0 ? double.NaN : left / right;
}

internal readonly struct Remainder : IBinary<double, double>
{
    public static double Apply(double left, double right) => left % right;
}

internal readonly struct Minimum<T, TOrder> : IBinary<T, T>
    where TOrder : struct, IOrder<T>
{
    public static T Apply(T left, T right) =>
        TOrder.IsUnknown(left) || TOrder.IsUnknown(right) ? TOrder.Unknown
        : TOrder.Compare(left, right) <= 0 ? left
        : right;
}

internal readonly struct Maximum<T, TOrder> : IBinary<T, T>
    where TOrder : struct, IOrder<T>
{
    public static T Apply(T left, T right) =>
        TOrder.IsUnknown(left) || TOrder.IsUnknown(right) ? TOrder.Unknown
        : TOrder.Compare(left, right) >= 0 ? left
        : right;
}

/// <summary>The days from one time to another.</summary>
internal readonly struct DaysBetween : IBinary<long, double>
{
    public static double Apply(long left, long right) =>
        left == TimeColumn.Missing || right == TimeColumn.Missing
            ? double.NaN
            : (double)(left - right) / TimeSpan.TicksPerDay;
}

internal readonly struct Negate : IUnary<double, double>
{
    public static double Apply(double value) => -value;
}

internal readonly struct Absolute : IUnary<double, double>
{
    public static double Apply(double value) => Math.Abs(value);
}

internal readonly struct Floor : IUnary<double, double>
{
    public static double Apply(double value) => Math.Floor(value);
}

internal readonly struct Ceiling : IUnary<double, double>
{
    public static double Apply(double value) => Math.Ceiling(value);
}

internal readonly struct Round : IUnary<double, double>
{
    public static double Apply(double value) => Math.Round(value);
}

internal readonly struct SquareRoot : IUnary<double, double>
{
    public static double Apply(double value) => Math.Sqrt(value);
}

internal readonly struct NaturalLogarithm : IUnary<double, double>
{
    public static double Apply(double value) => value > 0 ? Math.Log(value) : double.NaN;
}
