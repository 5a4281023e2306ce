// <snippet: Usings>
using Mlops;
using Mlops.Statistics.Intervals;
using Mlops.Statistics.Intervals.Bootstrap;
using Mlops.Statistics.Quantiles;

// </snippet>

namespace Snippets.Documents;

internal static class TestsIntervals
{
    public static void Intervals()
    {
        // <snippet: Intervals>
        foreach (var method in Enum.GetValues<ProportionIntervalMethod>())
        {
            ConfidenceInterval interval = ProportionInterval.Of(3, 40, 0.9, method);
            Console.WriteLine($"{method}: {interval}");
        }
        // </snippet>
    }

    public static void Others()
    {
        // <snippet: Others>
        double[] seconds = [.. Enumerable.Range(1, 400).Select(i => 0.2 * Math.Exp(i / 100.0))];

        Console.WriteLine($"mean: {MeanInterval.Of(seconds)}");
        QuantileIntervalResult p95 = QuantileInterval.Of(seconds, 0.95);
        Console.WriteLine($"0.95 quantile: {p95.Interval}, values {p95.LowerRank} and {p95.UpperRank}");
        Console.WriteLine($"0.999 quantile: {QuantileInterval.Of(seconds, 0.999).Interval}");
        // </snippet>
    }

    public static void Bootstrapped()
    {
        // <snippet: Bootstrapped>
        double[] spend = [.. Enumerable.Range(1, 200).Select(i => Math.Pow(i % 40, 1.5))];
        int[] customers = [.. Enumerable.Range(0, 200).Select(i => i % 40)];

        static double Spread(ReadOnlySpan<double> values) =>
            InterpolatedQuantile.Of(values, 0.75) - InterpolatedQuantile.Of(values, 0.25);

        var options = new BootstrapOptions { Replicates = 999, Seed = 7 };
        BootstrapResult rows = BootstrapInterval.OfSample(spend, Spread, options);
        BootstrapResult clusters = BootstrapInterval.OfClusters(spend, customers, Spread, options);
        Console.WriteLine($"rows: {rows.Estimate:F1}, {rows.Interval}, {rows.Method}");
        Console.WriteLine($"customers: {clusters.Interval}");

        var moved = BootstrapInterval.OfTwoSamples(
            spend.AsSpan(0, 100),
            spend.AsSpan(100),
            (x, y) => Spread(y) - Spread(x)
        );
        Console.WriteLine($"difference: {moved.Interval}");
        // </snippet>
    }

    public static void Quantiles()
    {
        // <snippet: Quantiles>
        double[] values = [10, 20, 30, 40];

        Console.WriteLine($"type 1: {EmpiricalQuantile.Of(values, 0.5)}");
        Console.WriteLine($"type 7: {InterpolatedQuantile.Of(values, 0.5)}");
        // </snippet>
    }
}
