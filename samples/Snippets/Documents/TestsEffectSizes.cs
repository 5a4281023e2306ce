// <snippet: Usings>
using Mlops.Statistics.EffectSizes;
using Mlops.Statistics.Equivalence;

// </snippet>

namespace Snippets.Documents;

internal static class TestsEffectSizes
{
    public static void Sizes()
    {
        // <snippet: Sizes>
        double[] reference = [4.1, 5.0, 5.2, 5.9, 6.3, 6.8, 7.0];
        double[] current = [5.8, 6.1, 7.2, 7.4, 8.0, 9.5, 11.2, 12.0];

        var superiority = ProbabilityOfSuperiority.Measure(reference, current);
        Console.WriteLine($"superiority {superiority.Value:F3}: {superiority.Interval}");
        var delta = CliffDelta.Measure(reference, current);
        Console.WriteLine($"Cliff's delta {delta.Value:F3}: {delta.Interval}");
        Console.WriteLine($"Cohen's d {CohenD.Measure(reference, current).Value:F3}");
        var g = HedgesG.Measure(reference, current);
        Console.WriteLine($"Hedges' g {g.Value:F3}: {g.Interval}");
        Console.WriteLine($"SMD {StandardizedMeanDifference.Measure(reference, current).Value:F3}");
        Console.WriteLine(
            $"SMD of plans {StandardizedMeanDifference.MeasureCategories([60, 30, 10], [50, 35, 15]).Value:F3}"
        );
        // </snippet>
    }

    public static void Equivalent()
    {
        // <snippet: Equivalent>
        double[] before = [.. Enumerable.Range(0, 400).Select(i => 100 + (i % 21))];
        double[] after = [.. Enumerable.Range(0, 300).Select(i => 100.4 + (i % 21))];

        MeanEquivalenceResult same = MeanEquivalence.Test(before, after, new MeanEquivalenceOptions(-2, 2));
        Console.WriteLine($"difference {same.Difference:F2}, {same.Interval}");
        Console.WriteLine($"equivalent: {same.IsEquivalent}, p = {same.PValue:E1}");

        var margin = new NonInferiorityOptions(margin: 0.05);
        NonInferiorityResult share = NonInferiority.TestProportions(850, 1_000, 842, 1_000, margin);
        Console.WriteLine($"gain {share.Gain:F3}, at least {share.LeastGain:F3}; not inferior: {share.IsNonInferior}");
        // </snippet>
    }
}
