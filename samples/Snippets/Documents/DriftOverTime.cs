// <snippet: Usings>
using Mlops;
using Mlops.Data;
using Mlops.Drift;
using Mlops.Drift.Attribution;
using Mlops.Drift.Decomposition;
using Mlops.Drift.Predictions;
using Mlops.Drift.Series;
using Mlops.Drift.Slices;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class DriftOverTime
{
    public static void Series()
    {
        // <snippet: Series>
        Dataset days = Dataset.ReadCsv("chicago_ridership.csv").WithRole("ridership", ColumnRole.Label);
        var (early, later) = days.SplitAt(new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        DriftBaseline baseline = DriftBaseline.Fit(early.Named("2001 to 2004"));
        DriftSeries series = DriftSeries.Compare(baseline, later.SplitByTime(TimeWindow.Year));

        Console.WriteLine($"first failed {series.FirstDrifted?.Label}, lasting from {series.FirstLasting?.Label}");
        foreach (string name in new[] { "temp", "humidity", "Clark_Lake", "California", "ridership" })
        {
            ColumnTrend trend = series.TrendOf(name);
            string from =
                trend.FirstLasting < 0 ? "nothing lasts" : $"lasts from {series.Windows[trend.FirstLasting].Label}";
            var jumps = trend
                .LevelChanges.Where(change => change.IsChange)
                .Select(change => series.Windows[change.Window].Label);
            Console.WriteLine(
                $"{name, -10} {from, -15} slope {trend.Slope.Slope:F3} a year, p = {trend.AdjustedTrendPValue:F3}; jumps: {string.Join(", ", jumps)}"
            );
        }

        series.ToDocument().SaveHtml("series.html");
        // </snippet>
    }

    public static void Options()
    {
        Dataset days = Dataset.ReadCsv("chicago_ridership.csv");
        var (early, later) = days.SplitAt(new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var baseline = DriftBaseline.Fit(early);
        var windows = later.SplitByTime(TimeWindow.Year);
        // <snippet: Options>
        var strict = new DriftSeriesOptions
        {
            LastingCount = 4,
            LastingWindows = 4,
            FalseDiscoveryRate = 0.01,
        };
        DriftSeries series = DriftSeries.Compare(baseline, windows, strict);

        Console.WriteLine(
            $"{series.Trends.Count(trend => trend.FirstLasting >= 0)} of {series.Trends.Count} columns, the first from {series.FirstLasting?.Label}"
        );
        // </snippet>
    }

    public static void Outputs()
    {
        // <snippet: Outputs>
        double[] before = [.. Enumerable.Range(0, 4000).Select(i => (i + 0.5) / 4000)];
        double[] after = [.. before.Select(score => Math.Sqrt(score))];

        DriftReport scores = PredictionDrift.OfScores(before, after);
        DriftReport classes = PredictionDrift.OfClasses(
            before.Select(score => score > 0.8 ? "churns" : "stays"),
            after.Select(score => score > 0.8 ? "churns" : "stays")
        );
        Console.WriteLine($"scores  {scores.Verdict}, effect {scores["prediction"].Effect:F3}");
        Console.WriteLine($"classes {classes.Verdict}, effect {classes["prediction"].Effect:F3}");
        // </snippet>
    }

    public static void Roles()
    {
        // <snippet: Roles>
        Dataset customers = Dataset.ReadCsv("telco_churn.csv").WithRole("churn", ColumnRole.Label);
        Dataset older = customers.Where(row => row.Number("senior_citizen") == 1).Named("65 and older");
        Dataset younger = customers.Where(row => row.Number("senior_citizen") == 0).Named("under 65");

        DriftReport report = DriftBaseline.Fit(younger.Without("senior_citizen")).Compare(older);
        Console.WriteLine($"labels: {report.ColumnsOf(ColumnRole.Label)[0].Reason}");
        Console.WriteLine(
            $"features: {report.ColumnsOf(ColumnRole.Feature).Count(column => column.Verdict == Verdict.Fail)} failed"
        );
        // </snippet>
    }

    public static void Attributions()
    {
        // <snippet: Attributions>
        Dataset customers = Dataset.ReadCsv("telco_churn.csv");
        string[] features = ["tenure", "monthly_charges", "total_charges"];
        double[] trained = [-0.06, 0.03, 0.0003],
            retrained = [-0.01, 0.03, 0.0003];

        // Of a linear model the Shapley values are weight times distance from the mean.
        Dataset Explain(string name, double[] weights) =>
            Dataset.FromColumns(
                name,
                features.Select(
                    (feature, j) =>
                    {
                        double[] values = ((NumericColumn)customers[feature]).Values.ToArray();
                        double mean = values.Where(double.IsFinite).Average();
                        return Column.Number(feature, [.. values.Select(value => weights[j] * (value - mean))]);
                    }
                )
            );

        AttributionDriftReport report = AttributionDrift.Compare(
            Explain("trained", trained),
            Explain("retrained", retrained)
        );
        Console.WriteLine(report);
        Console.WriteLine($"agreement {report.Agreement:F3}, {report.Interval.Lower:F3} to {report.Interval.Upper:F3}");
        foreach (AttributionChange feature in report.Features)
        {
            Console.WriteLine(
                $"{feature.Feature, -15} {feature.ReferenceShare:P0} to {feature.CurrentShare:P0}, rank {feature.ReferenceRank} to {feature.CurrentRank}"
            );
        }
        // </snippet>

        report.ToDocument().SaveHtml("attributions.html");
    }

    public static void Slices()
    {
        // <snippet: Slices>
        Dataset customers = Dataset.ReadCsv("telco_churn.csv");
        Dataset before = customers.Where(row => row.Index % 2 == 0).Named("before");
        Dataset rest = customers.Where(row => row.Index % 2 == 1);

        // Those with two-year contracts are charged a tenth more; the whole hardly shows it.
        double[] charges = ((NumericColumn)rest["monthly_charges"]).Values.ToArray();
        for (var i = 0; i < charges.Length; i++)
        {
            charges[i] *= rest["contract"] is CategoryColumn contract && contract[i] == "Two year" ? 1.1 : 1;
        }

        Dataset after = Dataset.FromColumns(
            "after",
            rest.Columns.Select(column =>
                column.Name == "monthly_charges" ? Column.Number(column.Name, charges) : column
            )
        );

        SliceDriftReport report = SliceDrift.Compare(
            before,
            after,
            new SliceDriftOptions { Columns = ["contract", "internet_service", "payment_method"] }
        );
        Console.WriteLine(report);
        Console.WriteLine(
            $"all rows: {report.Whole["monthly_charges"].Verdict}, effect {report.Whole["monthly_charges"].Effect:F3}"
        );
        foreach (var (slice, column) in report.Failed)
        {
            Console.WriteLine(
                $"{slice.Name}, {column.Column}: effect {column.Effect:F3}, {column.Explained:P0} of the whole's change, hidden {column.IsHidden}"
            );
        }
        // </snippet>

        report.ToDocument().SaveHtml("slices.html");
    }

    public static void Mean()
    {
        // <snippet: Mean>
        Dataset customers = Dataset.ReadCsv("telco_churn.csv");
        customers = Dataset.FromColumns(
            "customers",
            customers.Columns.Append(
                Column.Boolean(
                    "left",
                    Enumerable
                        .Range(0, customers.RowCount)
                        .Select(i => ((CategoryColumn)customers["churn"])[i] == "Yes")
                )
            )
        );
        Dataset younger = customers.Where(row => row.Number("senior_citizen") == 0).Named("under 65");
        Dataset older = customers.Where(row => row.Number("senior_citizen") == 1).Named("65 and older");

        MeanDecomposition change = MeanDecomposition.Compare(younger, older, outcome: "left", groupedBy: "contract");
        Console.WriteLine(change);
        // </snippet>

        change.ToDocument().SaveHtml("mean.html");
    }

    public static void Shift()
    {
        // <snippet: Shift>
        Dataset customers = Dataset.ReadCsv("telco_churn.csv").WithRole("churn", ColumnRole.Label);
        Dataset younger = customers.Where(row => row.Number("senior_citizen") == 0).Named("under 65");
        Dataset older = customers.Where(row => row.Number("senior_citizen") == 1).Named("65 and older");

        ShiftDecomposition shift = ShiftDecomposition.Compare(younger.Without("senior_citizen"), older);
        Console.WriteLine(shift);
        foreach (InputShift input in shift.Inputs.Take(3))
        {
            Console.WriteLine(
                $"{input.Column, -15} tells {input.Information:P0}; itself {input.CovariateVerdict}, churn given it {input.ConditionalVerdict}"
            );
        }
        // </snippet>

        shift.ToDocument().SaveHtml("shift.html");
    }
}
