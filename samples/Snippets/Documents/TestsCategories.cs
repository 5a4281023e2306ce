// <snippet: Usings>
using Mlops.Statistics.Stratified;
using Mlops.Statistics.TwoSample.Categorical;

// </snippet>

namespace Snippets.Documents;

internal static class TestsCategories
{
    public static void Counts()
    {
        // <snippet: Counts>
        ChiSquareTestResult test = ChiSquareTest.Homogeneity([120, 60, 20], [90, 80, 30]);
        Console.WriteLine($"X² = {test.Statistic:F3} of {test.DegreesOfFreedom} degrees, p = {test.PValue:F5}");
        Console.WriteLine($"V = {test.CramerV:F3}, least expected count {test.MinimumExpectedCount}");

        var plain = ChiSquareTest.Homogeneity([30, 70], [45, 55]);
        var corrected = ChiSquareTest.Homogeneity([30, 70], [45, 55], ContinuityCorrection.Yates);
        Console.WriteLine($"p = {plain.PValue:F4}, with Yates' correction {corrected.PValue:F4}");

        var months = ChiSquareTest.Homogeneity(
            new long[,]
            {
                { 50, 30 },
                { 45, 35 },
                { 55, 25 },
            }
        );
        Console.WriteLine($"three samples: p = {months.PValue:F4}");
        // </snippet>
    }

    public static void Sparse()
    {
        // <snippet: Sparse>
        long[] reference = [12, 3, 1, 0];
        long[] current = [5, 4, 3, 3];

        var asymptotic = ChiSquareTest.Homogeneity(reference, current);
        var auto = ChiSquareTest.Homogeneity(reference, current, new ChiSquareTestOptions());
        Console.WriteLine(
            $"chi-square: p = {asymptotic.PValue:F4}, least expected {asymptotic.MinimumExpectedCount:F2}"
        );
        Console.WriteLine($"chi-square: p = {auto.PValue:F4}, {auto.Method}");
        Console.WriteLine(
            $"G, Williams: p = {GTest.Homogeneity(reference, current, GTestCorrection.Williams).PValue:F4}"
        );

        FisherExactResult exact = FisherExact.Test(reference, current);
        Console.WriteLine($"Fisher: p = {exact.PValue:F4}, {exact.Method}");
        // </snippet>
    }

    public static void Shares()
    {
        // <snippet: Shares>
        TwoProportionsResult shares = TwoProportions.Test(
            referenceSuccesses: 40,
            referenceTrials: 1_000,
            currentSuccesses: 62,
            currentTrials: 1_000
        );
        Console.WriteLine($"z = {shares.Statistic:F3}, p = {shares.PValue:F4}");
        Console.WriteLine($"difference {shares.Difference:F3}: {shares.DifferenceInterval}");
        Console.WriteLine($"ratio {shares.Ratio:F2}: {shares.RatioInterval}");
        Console.WriteLine($"odds ratio {shares.OddsRatio:F2}: {shares.OddsRatioInterval}");

        var newcombe = ProportionDifferenceInterval.Of(40, 1_000, 62, 1_000, 0.95, ProportionDifferenceMethod.Newcombe);
        Console.WriteLine($"Newcombe: {newcombe}");
        // </snippet>
    }

    public static void Association()
    {
        // <snippet: Association>
        long[,] table =
        {
            { 40, 20, 10 },
            { 25, 30, 15 },
            { 10, 25, 45 },
        };
        CramerVResult v = CramerV.Of(table);
        Console.WriteLine($"V = {v.Value:F3}, corrected {v.BiasCorrected:F3}, {v.Interval}");
        Console.WriteLine($"tau {GoodmanKruskal.Tau(table).Value:F3}, lambda {GoodmanKruskal.Lambda(table).Value:F3}");
        Console.WriteLine($"gamma {GoodmanKruskal.Gamma(table).Value:F3}: {GoodmanKruskal.Gamma(table).Interval}");
        // </snippet>
    }

    public static void Strata()
    {
        // <snippet: Strata>
        // Two plans; of each the customers that stayed and that left.
        long[] reference = [180, 20, 60, 40];
        long[] current = [85, 15, 120, 120];

        CochranMantelHaenszelResult within = CochranMantelHaenszel.Test(reference, current, classes: 2);
        Console.WriteLine($"given the plan: {within.Statistic:F2}, p = {within.PValue:F4}");
        Console.WriteLine($"odds ratio {within.OddsRatio:F2}, {within.OddsRatioInterval}");
        Console.WriteLine($"all together: p = {ChiSquareTest.Homogeneity([240, 60], [205, 135]).PValue:E1}");
        // </snippet>
    }
}
