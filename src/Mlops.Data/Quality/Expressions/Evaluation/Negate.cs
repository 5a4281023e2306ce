namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Negate : IUnary<double, double>
{
    public static double Apply(double value) => -value;
}
