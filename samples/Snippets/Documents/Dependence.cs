// <snippet: Usings>
using Mlops;
using Mlops.Data;
using Mlops.Drift;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;
using Mlops.Drift.Seasons;
using Mlops.Statistics.Dependence;
using Mlops.Statistics.Permutation;

// </snippet>

namespace Snippets.Documents;

internal static class Dependence
{
    public static void Weather()
    {
        // <snippet: Weather>
        var days = Dataset.ReadCsv("chicago_ridership.csv");
        var (before, after) = days.SplitAt(new DateTime(2006, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var july = after.SplitByTime(TimeWindow.Month)[6].Dataset;

        foreach (var dependence in new[] { RowDependence.Independent, RowDependence.Auto })
        {
            var report = DriftBaseline.Fit(before, new DriftOptions { Dependence = dependence }).Compare(july);
            var temperature = report["temp"];
            var test = temperature.Component(ComponentKind.Value)!.Test;
            Console.WriteLine(
                $"{dependence}: {report.With(Verdict.Fail).Count} of {report.Columns.Count} columns fail"
            );
            Console.WriteLine(
                $"  temp: {temperature.Verdict}, effect {test.Effect:F2}, {test.EffectiveSize:F1} effective rows"
            );
        }
        // </snippet>
    }

    public static void Periods()
    {
        // <snippet: Periods>
        var days = Dataset.ReadCsv("chicago_ridership.csv");
        var (before, after) = days.SplitAt(new DateTime(2006, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var options = new DriftOptions
        {
            Dependence = RowDependence.OfPeriods(TimeWindow.Month),
            NumericRule = DriftRule.PeriodVariation(0.05),
        };

        var report = DriftBaseline.Fit(before, options).Compare(after.SplitByTime(TimeWindow.Month)[5].Dataset);
        foreach (var name in new[] { "temp", "Clark_Lake", "California" })
        {
            var test = report[name].Test("period-variation")!;
            Console.WriteLine($"{name, -11} distance {test.Statistic:F2}, p = {test.PValue:F3}");
        }
        // </snippet>
    }

    public static void Seasons()
    {
        // <snippet: Seasons>
        var days = Dataset.ReadCsv("chicago_ridership.csv");
        var (before, after) = days.SplitAt(new DateTime(2006, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var july = after.SplitByTime(TimeWindow.Month)[6].Dataset;

        var seasonal = SeasonalReference.Fit(before, Season.MonthOfYear);
        Console.WriteLine($"{seasonal.Match(july).Reference.RowCount} of {before.RowCount} rows are of a July");
        Console.WriteLine(
            $"temp: effect {DriftBaseline.Fit(before).Compare(july)["temp"].Effect:F2} against all months"
        );
        Console.WriteLine($"temp: effect {seasonal.Compare(july)["temp"].Effect:F2} against Julys");
        // </snippet>
    }

    public static void Blocks()
    {
        // <snippet: Blocks>
        // Four customers before and four after, with five rows each that are nearly alike.
        double[] before = [.. Enumerable.Range(0, 20).Select(i => (i / 5) + (0.01 * (i % 5)))];
        double[] after = [.. Enumerable.Range(0, 20).Select(i => (i / 5) + 1.5 + (0.01 * (i % 5)))];
        int[] customers = [.. Enumerable.Range(0, 20).Select(i => i / 5)];

        static double Difference(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Math.Abs(Mean(y) - Mean(x));

        var rows = PermutationTest.Test(before, after, Difference);
        var blocks = PermutationTest.TestBlocks(before, after, customers, customers, Difference);
        Console.WriteLine($"by rows p = {rows.PValue:F3}, by customers p = {blocks.PValue:F3}");

        int[] bins = [.. before.Select(value => (int)value)];
        var design = DesignEffect.OfShares(bins, 4, RowBlocks.OfCodes(customers));
        Console.WriteLine(
            $"{design.Value:F1} rows tell as much as one; {design.EffectiveCount:F0} effective rows of {design.Count}"
        );
        // </snippet>

        static double Mean(ReadOnlySpan<double> values)
        {
            double sum = 0;
            foreach (var value in values)
            {
                sum += value;
            }

            return sum / values.Length;
        }
    }
}
