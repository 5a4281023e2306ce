namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct NaturalLogarithm : IUnary<double, double>
{
    public static double Apply(double value) => value > 0 ? Math.Log(value) : double.NaN;
}
