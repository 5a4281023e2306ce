namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Absolute : IUnary<double, double>
{
    public static double Apply(double value) => Math.Abs(value);
}
