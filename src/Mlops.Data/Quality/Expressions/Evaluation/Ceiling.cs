namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Ceiling : IUnary<double, double>
{
    public static double Apply(double value) => Math.Ceiling(value);
}
