// <snippet: Tests>
using Mlops.Statistics.EffectSizes;
using Mlops.Statistics.TwoSample.Distribution;
using Mlops.Statistics.TwoSample.Location;

// </snippet>

namespace Snippets.Documents;

internal static class StatisticsTestsReadme
{
    public static void Tests()
    {
        // <snippet: Tests>
        double[] reference = [4.1, 5.0, 5.2, 5.9, 6.3, 6.8, 7.0];
        double[] current = [5.8, 6.1, 7.2, 7.4, 8.0, 9.5, 11.2, 12.0];

        Console.WriteLine($"Kolmogorov-Smirnov: p = {KolmogorovSmirnov.Test(reference, current).PValue:F3}");
        var ranks = MannWhitney.Test(reference, current);
        Console.WriteLine($"Mann-Whitney: p = {ranks.PValue:F3}, {ranks.Method}");
        var effect = ProbabilityOfSuperiority.Measure(reference, current);
        Console.WriteLine($"a current value is the larger one with probability {effect.Value}: {effect.Interval}");
        // </snippet>
    }
}
