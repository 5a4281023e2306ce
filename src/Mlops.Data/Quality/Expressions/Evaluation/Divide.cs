namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>Divided by zero nothing is known.</summary>
internal readonly struct Divide : IBinary<double, double>
{
    public static double Apply(double left, double right) => right == 0 ? double.NaN : left / right;
}
