// <snippet: Usings>
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

// </snippet>

namespace Snippets.Documents;

internal static class TestsDistributions
{
    public static void Smirnov()
    {
        // <snippet: Smirnov>
        double[] reference = [.. Enumerable.Range(0, 50).Select(i => i * 1.0)];
        double[] current = [.. Enumerable.Range(0, 40).Select(i => (i * 1.25) + 10)];

        KolmogorovSmirnovResult test = KolmogorovSmirnov.Test(reference, current);
        Console.WriteLine($"D = {test.Statistic:F3} at {test.Location}, p = {test.PValue:F4}, {test.Method}");

        foreach (var alternative in new[] { TwoSampleAlternative.CurrentGreater, TwoSampleAlternative.CurrentLess })
        {
            var side = KolmogorovSmirnov.Test(reference, current, new() { Alternative = alternative });
            Console.WriteLine($"{alternative}: D = {side.Statistic:F3}, p = {side.PValue:F4}");
        }

        var empty = KolmogorovSmirnov.Test(reference, ReadOnlySpan<double>.Empty);
        Console.WriteLine($"without values: {empty.Status}, p = {empty.PValue}");
        // </snippet>
    }

    public static void Ties()
    {
        // <snippet: Ties>
        double[] before = [1, 1, 2, 2, 2, 3, 3, 3, 4, 5];
        double[] after = [2, 3, 3, 3, 4, 4, 4, 5, 5, 5];

        foreach (var method in new[] { KolmogorovSmirnovMethod.Auto, KolmogorovSmirnovMethod.Conditional })
        {
            var test = KolmogorovSmirnov.Test(before, after, new() { Method = method });
            Console.WriteLine($"D = {test.Statistic:F1}, p = {test.PValue:F4}, {test.Method}");
        }

        var squares = CramerVonMises.Test(before, after);
        Console.WriteLine($"Cramér-von Mises: p = {squares.PValue:F4}, {squares.Method}");
        // </snippet>
    }

    public static void Counted()
    {
        // <snippet: Counted>
        var before = new CountedValues([1, 2, 3], [40, 35, 25]);
        var after = new CountedValues([1, 2, 3, 4], [30, 35, 25, 10]);

        Console.WriteLine($"p = {KolmogorovSmirnov.Test(before, after).PValue:F4}");
        Console.WriteLine($"W = {Wasserstein.Measure(before, after).Distance:F4}");
        // </snippet>
    }

    public static void Others()
    {
        // <snippet: Others>
        double[] reference = [.. Enumerable.Range(1, 80).Select(i => Normal.Quantile((i - 0.5) / 80))];
        double[] current = [.. Enumerable.Range(1, 60).Select(i => 1.6 * Normal.Quantile((i - 0.5) / 60))];
        var permutation = new PermutationOptions { Replicates = 1_999, Seed = 1 };

        var kuiper = Kuiper.Test(reference, current);
        Console.WriteLine($"Kuiper             V = {kuiper.Statistic:F3}, p = {kuiper.PValue:F3}, {kuiper.Method}");
        var weighted = AndersonDarling.Test(reference, current);
        Console.WriteLine($"Anderson-Darling   A² = {weighted.SquaredDifference:F2}, p = {weighted.PValue:F3}");
        var ranks = BaumgartnerWeissSchindler.Test(reference, current);
        Console.WriteLine($"BWS                B = {ranks.Statistic:F2}, p = {ranks.PValue:F3}, {ranks.Method}");
        var waves = EppsSingleton.Test(reference, current);
        Console.WriteLine($"Epps-Singleton     W = {waves.Statistic:F2}, p = {waves.PValue:F3}");
        var energy = EnergyDistanceTest.Test(reference, current, permutation);
        Console.WriteLine($"energy             E = {energy.Statistic:F4}, p = {energy.PValue:F3}");
        var tails = DoubleTailSensitive.Test(reference, current, new() { Permutation = permutation });
        Console.WriteLine($"DTS                {tails.Statistic:F2}, p = {tails.PValue:F3}");
        // </snippet>
    }

    public static void Distance()
    {
        // <snippet: Distance>
        WassersteinResult moved = Wasserstein.Measure([1.0, 2, 3, 4], [2.0, 3, 4, 5]);
        Console.WriteLine($"{moved.Distance} in the unit of the values, {moved.NormalizedDistance:F3} deviations");

        var weighted = Wasserstein.Measure([1.0, 2], [3.0, 1], [1.0, 2], [1.0, 1]);
        Console.WriteLine($"with weights {weighted.Distance}");

        var infinite = Wasserstein.Measure([1.0, 2], [1.0, double.PositiveInfinity]);
        Console.WriteLine($"with an infinite value: {infinite.Status}, {infinite.Distance}");

        var constant = Wasserstein.Measure([5.0, 5], [6.0, 6]);
        Console.WriteLine($"{constant.Distance}; in deviations: {constant.NormalizedStatus}");
        // </snippet>
    }

    public static void Distances()
    {
        // <snippet: Distances>
        double[] reference = [.. Enumerable.Range(0, 400).Select(i => i * 0.01)];
        double[] current = [.. Enumerable.Range(0, 300).Select(i => (i * 0.014) + 0.2)];

        Console.WriteLine($"W2 = {Wasserstein.MeasureOrder(reference, current, order: 2).Distance:F4}");
        var tested = WassersteinTest.Test(reference, current);
        Console.WriteLine($"W1 = {tested.Statistic:F4}, p = {tested.PValue:F3}");

        DistanceInterval interval = DistanceIntervals.Wasserstein(reference, current);
        Console.WriteLine($"W1 of the populations: {interval.Interval}");
        Console.WriteLine($"energy distance: {DistanceIntervals.Energy(reference, current).Interval}");
        // </snippet>
    }
}
