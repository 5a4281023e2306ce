namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Round : IUnary<double, double>
{
    public static double Apply(double value) => Math.Round(value);
}
