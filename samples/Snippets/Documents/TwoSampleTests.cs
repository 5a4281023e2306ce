// <snippet: Usings>
using Mlops;
using Mlops.Data;
using Mlops.Drift;
using Mlops.Drift.Detection;
using Mlops.Statistics.Intervals;
using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Categorical;
using Mlops.Statistics.TwoSample.Distribution;

// </snippet>

namespace Snippets.Documents;

internal static class TwoSampleTests
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

    public static void Counted()
    {
        // <snippet: Counted>
        var before = new CountedValues([1, 2, 3], [40, 35, 25]);
        var after = new CountedValues([1, 2, 3, 4], [30, 35, 25, 10]);

        Console.WriteLine($"p = {KolmogorovSmirnov.Test(before, after).PValue:F4}");
        Console.WriteLine($"W = {Wasserstein.Measure(before, after).Distance:F4}");
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

    public static void Adjusting()
    {
        // <snippet: Adjusting>
        double[] pValues = [0.001, 0.02, 0.03, 0.4];
        var adjusted = new double[pValues.Length];
        foreach (var method in Enum.GetValues<PValueAdjustmentMethod>())
        {
            PValueAdjustment.Adjust(pValues, method, adjusted);
            Console.WriteLine($"{method}: {string.Join(" ", adjusted.Select(p => $"{p:F3}"))}");
        }
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

    public static void Rules()
    {
        // <snippet: Rules>
        var options = DriftOptions.Default with
        {
            NumericRule = DriftRule.KolmogorovSmirnov(0.01),
            ColumnRules = DriftOptions.Default.ColumnRules.Add("plan", DriftRule.ChiSquare(0.01)),
            Adjustment = PValueAdjustmentMethod.Holm,
        };
        var baseline = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv"), options);
        DriftReport report = baseline.Compare(Dataset.ReadCsv("current.csv"));
        foreach (var column in report.Columns)
        {
            Console.WriteLine($"{column.Name}: {column.Verdict} by {column.Rule}");
        }

        ColumnTest test = report["income"].Test("kolmogorov-smirnov")!;
        Console.WriteLine($"{test.Name}: D = {test.Statistic:F3}, detectable: {test.IsDetectable}, {test.Precision}");
        // </snippet>
    }
}
