// <snippet: Usings>
using Mlops.Statistics.Moments;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

// </snippet>

namespace Snippets.Documents;

internal static class TestsLocation
{
    public static void Means()
    {
        // <snippet: Means>
        double[] reference = [4.1, 5.0, 5.2, 5.9, 6.3, 6.8, 7.0];
        double[] current = [5.8, 6.1, 7.2, 7.4, 8.0, 9.5, 11.2, 12.0];

        TTestResult test = TTest.Test(reference, current);
        Console.WriteLine($"difference {test.Difference:F3}, {test.Interval}");
        Console.WriteLine($"t = {test.Statistic:F3} of {test.DegreesOfFreedom:F2} degrees, p = {test.PValue:F4}");

        var greater = TTest.Test(reference, current, new() { Alternative = TwoSampleAlternative.CurrentGreater });
        Console.WriteLine($"greater: p = {greater.PValue:F4}");

        // Of published numbers, or of what a profile keeps, alone.
        var published = MeanSummary.OfNumbers(mean: 6.5, sampleVariance: 1.1, count: 400);
        Console.WriteLine($"against the paper: p = {TTest.Test(published, MeanSummary.Of(current)).PValue:F4}");
        // </snippet>
    }

    public static void Ranks()
    {
        // <snippet: Ranks>
        double[] reference = [4.1, 5.0, 5.2, 5.9, 6.3, 6.8, 7.0];
        double[] current = [5.8, 6.1, 7.2, 7.4, 8.0, 9.5, 11.2, 12.0];

        MannWhitneyResult ranks = MannWhitney.Test(reference, current);
        Console.WriteLine(
            $"U = {ranks.Statistic}, superiority {ranks.Superiority:F3}, p = {ranks.PValue:F4}, {ranks.Method}"
        );

        var unlike = BrunnerMunzel.Test(reference, current, new() { Method = BrunnerMunzelMethod.Permutation });
        Console.WriteLine($"Brunner-Munzel: {unlike.Statistic:F3}, p = {unlike.PValue:F4}, {unlike.Method}");

        var shift = HodgesLehmann.Estimate(reference, current);
        Console.WriteLine($"shift {shift.Shift:F2}, {shift.Interval}, exact: {shift.IsExact}");

        var both = KruskalWallis.Test(reference, current);
        Console.WriteLine($"H = {both.Statistic:F3}, p = {both.PValue:F4}");
        // </snippet>
    }
}
