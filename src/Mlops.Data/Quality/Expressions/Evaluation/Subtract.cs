namespace Mlops.Data.Quality.Expressions.Evaluation;

internal readonly struct Subtract : IBinary<double, double>
{
    public static double Apply(double left, double right) => left - right;
}
