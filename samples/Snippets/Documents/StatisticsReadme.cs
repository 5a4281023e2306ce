// <snippet: Judge>
using Mlops.Statistics.Divergences;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Intervals;
// </snippet>
// <snippet: Merge>
using Mlops.Statistics.Moments;

// </snippet>

namespace Snippets.Documents;

internal static class StatisticsReadme
{
    public static void Judge()
    {
        // <snippet: Judge>
        long[] reference = [1200, 3400, 5400];
        long[] current = [1500, 3300, 5200];

        Console.WriteLine($"distance: {JensenShannon.Distance(reference, current):F4}");
        var test = EquivalenceTest.Evaluate(reference, current);
        Console.WriteLine($"surely within {test.Bound}? p = {test.SamePValue:E1}; interval {test.Interval}");
        var interval = ClopperPearson.Interval(successes: 8, trials: 1000, confidenceLevel: 0.90);
        Console.WriteLine($"8 of 1000: {interval}");
        // </snippet>
    }

    public static void Merge()
    {
        // <snippet: Merge>
        var definition = new MomentsDefinition();
        var monday = definition.Create();
        var tuesday = definition.Create();
        monday.Add([1.5, 2.5, double.NaN]);
        tuesday.Add([4.0, 6.0]);

        monday.Merge(tuesday);
        var value = monday.Value;
        Console.WriteLine(
            $"{value.Count} values, {value.MissingCount} missing, mean {value.Mean}, variance {value.SampleVariance:F4}"
        );
        // </snippet>
    }
}
