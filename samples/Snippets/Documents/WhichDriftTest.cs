// <snippet: Usings>
using Mlops.Data;
using Mlops.Drift;
using Mlops.Drift.Detection;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.Randomness;
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
        var random = new Philox(seed: 1);
        double[] Draw(Func<double, double> change) =>
            [.. Enumerable.Range(0, 200).Select(_ => change(Normal.Quantile(random.NextDouble())))];

        var changes = new (string Name, Func<double, double> Change)[]
        {
            ("none", x => x),
            ("shifted by 0.3", x => x + 0.3),
            ("spread 1.4 times", x => x * 1.4),
            ("3% far out", x => random.NextDouble() < 0.03 ? -5 : x),
        };
        var few = new DoubleTailSensitiveOptions { Permutation = new() { Replicates = 99 } };
        foreach (var (name, change) in changes)
        {
            var found = new int[5];
            for (var pair = 0; pair < 200; pair++)
            {
                double[] reference = Draw(x => x);
                double[] current = Draw(change);
                found[0] += KolmogorovSmirnov.Test(reference, current).PValue <= 0.05 ? 1 : 0;
                found[1] += AndersonDarling.Test(reference, current).PValue <= 0.05 ? 1 : 0;
                found[2] += MannWhitney.Test(reference, current).PValue <= 0.05 ? 1 : 0;
                found[3] += Levene.Test(reference, current).PValue <= 0.05 ? 1 : 0;
                found[4] += DoubleTailSensitive.Test(reference, current, few).PValue <= 0.05 ? 1 : 0;
            }

            Console.WriteLine($"{name, -17}{string.Join("  ", found.Select(count => $"{count / 2.0, 3:F0}%"))}");
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
