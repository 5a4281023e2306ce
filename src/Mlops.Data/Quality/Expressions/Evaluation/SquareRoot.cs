namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct SquareRoot : IUnary<double, double>
{
    public static double Apply(double value) => Math.Sqrt(value);
}
