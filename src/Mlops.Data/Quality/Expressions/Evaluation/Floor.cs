namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Floor : IUnary<double, double>
{
    public static double Apply(double value) => Math.Floor(value);
}
