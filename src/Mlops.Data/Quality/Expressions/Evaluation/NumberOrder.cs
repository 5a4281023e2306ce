namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct NumberOrder : IOrder<double>
{
    public static double Unknown => double.NaN;

    public static bool IsUnknown(double value) => double.IsNaN(value);

    public static int Compare(double left, double right) =>
        left < right ? -1
        : left > right ? 1
        : 0;
}
