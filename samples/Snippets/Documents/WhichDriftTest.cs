// <snippet: Usings>
using Mlops.Data;
using Mlops.Drift;
using Mlops.Drift.Detection;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.TwoSample.Distribution;
using Mlops.Statistics.TwoSample.Location;
using Mlops.Statistics.TwoSample.Spread;

// </snippet>

namespace Snippets.Documents;

internal static class WhichDriftTest
{
    public static void Eyes()
    {
        // <snippet: Eyes>
        double[] reference = [.. Enumerable.Range(1, 500).Select(i => Normal.Quantile((i - 0.5) / 500))];
        var changes = new (string Name, double[] Values)[]
        {
            ("shifted by 0.15", [.. reference.Select(x => x + 0.15)]),
            ("spread 1.2 times", [.. reference.Select(x => x * 1.2)]),
            ("3% far out", [.. reference.Select((x, i) => i < 15 ? x - 3 : x)]),
        };

        foreach (var (name, current) in changes)
        {
            var p = new[]
            {
                KolmogorovSmirnov.Test(reference, current).PValue,
                AndersonDarling.Test(reference, current).PValue,
                MannWhitney.Test(reference, current).PValue,
                Levene.Test(reference, current).PValue,
                DoubleTailSensitive.Test(reference, current).PValue,
            };
            Console.WriteLine($"{name, -17}{string.Join("  ", p.Select(value => $"{value:F3}"))}");
        }
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
