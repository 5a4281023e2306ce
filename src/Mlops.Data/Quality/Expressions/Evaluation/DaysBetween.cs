namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>The days from one time to another.</summary>
internal readonly struct DaysBetween : IBinary<long, double>
{
    public static double Apply(long left, long right) =>
        left == TimeColumn.Missing || right == TimeColumn.Missing
            ? double.NaN
            : (double)(left - right) / TimeSpan.TicksPerDay;
}
