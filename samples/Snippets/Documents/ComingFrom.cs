// <snippet: Usings>
using System.Collections.Immutable;
using Mlops.Data;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;
using Mlops.Drift;
using Mlops.Drift.Attribution;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;
using Mlops.Drift.Presets;
using Mlops.Drift.Presets.Evidently;
using Mlops.Drift.Series;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class ComingFrom
{
    public static void Evidently()
    {
        // <snippet: Evidently>
        Dataset reference = Dataset.ReadCsv("reference.csv").WithRole("churn", ColumnRole.Label);
        Dataset current = Dataset.ReadCsv("current.csv");

        // Ours: by the size of the change.
        DriftReport ours = DriftBaseline.Fit(reference).Compare(current);
        ours.ToDocument().SaveHtml("drift.html");
        Console.WriteLine(ours);

        // Theirs, by name and version.
        PresetReport theirs = DriftPreset.Evidently07.Compare(reference, current);
        Console.WriteLine(theirs);
        foreach (PresetColumn column in theirs.Columns)
        {
            Console.WriteLine($"{column.Name}: {column.Method} {column.Score:F3} against {column.Threshold}");
        }
        // </snippet>
    }

    public static void EvidentlyChosen()
    {
        Dataset reference = Dataset.ReadCsv("reference.csv");
        Dataset current = Dataset.ReadCsv("current.csv");
        // <snippet: EvidentlyChosen>
        EvidentlyPreset theirs = DriftPreset.Evidently07 with
        {
            NumberMethod = "psi",
            NumberThreshold = 0.2,
            DriftShare = 0.3,
        };
        DriftOptions ours = new() { NumericRule = DriftRule.PopulationStability(0.2), TolerableFailedShare = 0.3 };

        Console.WriteLine($"theirs {theirs.Compare(reference, current).Columns[0].Score:F2}");
        Console.WriteLine(
            $"ours   {DriftBaseline.Fit(reference, ours).Compare(current)["income"].Test("population-stability")!.Statistic:F2}"
        );
        // </snippet>
    }

    public static void NannyMl()
    {
        // <snippet: NannyMl>
        Dataset days = Dataset.ReadCsv("chicago_ridership.csv");
        var (reference, analysis) = days.SplitAt(new DateTime(2006, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        // Ours: a chunk is a window of the data, and the windows are judged together.
        DriftSeries series = DriftSeries.Compare(DriftBaseline.Fit(reference), analysis.SplitByTime(TimeWindow.Year));
        Console.WriteLine($"lasting from {series.FirstLasting?.Label}");

        // Mean plus three deviations of the reference's own chunks asks what period variation asks.
        DriftOptions asMonths = new()
        {
            Dependence = RowDependence.OfPeriods(TimeWindow.Month),
            NumericRule = DriftRule.PeriodVariation(0.05),
        };
        Console.WriteLine(
            DriftBaseline.Fit(reference, asMonths).Compare(analysis.SplitByTime(TimeWindow.Month)[6].Dataset).Verdict
        );

        // Theirs.
        Console.WriteLine((DriftPreset.NannyMl013 with { ChunkSize = 365 }).Compare(reference, analysis));
        // </snippet>
    }

    public static void SageMaker()
    {
        // <snippet: SageMaker>
        // What suggest_baseline does: constraints of data that are known to be good, in a file to edit.
        Dataset good = Dataset.ReadCsv("reference.csv");
        DataConstraints.Infer(good).SaveEditable("ours.json");

        // What a monitoring execution does: violations, with the rows.
        DataQualityReport report = DataQuality.Check(Dataset.ReadCsv("current.csv"), DataConstraints.Load("ours.json"));
        Console.WriteLine(report);
        report.ToChecks().SaveJUnit("quality-junit.xml");
        // </snippet>
    }

    public static void AzureMl()
    {
        // <snippet: AzureMl>
        DriftOptions options = new()
        {
            NumericRule = DriftRule.Wasserstein(0.1),
            CategoricalRule = DriftRule.PopulationStability(0.2),
            ColumnRules = ImmutableSortedDictionary<string, DriftRule>.Empty.Add(
                "income",
                DriftRule.KolmogorovSmirnov(0.02)
            ),
        };
        DriftBaseline baseline = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv"), options);
        baseline.Save("baseline.json");
        Console.WriteLine(baseline.Compare(Dataset.ReadCsv("current.csv")));

        // Null value rate, data type error rate, out-of-bounds rate.
        DataConstraints quality = new(
            new MissingShareConstraint("income", 0.05),
            new ColumnTypeConstraint("income", ColumnKind.Number) { TolerableShare = 0.01 },
            new RangeConstraint("income", 0, 1000) { TolerableShare = 0.01 }
        );
        Console.WriteLine(DataQuality.Check(Dataset.ReadCsv("current.csv"), quality));

        // Feature attribution drift, as NDCG.
        Console.WriteLine($"{AttributionDrift.Score([0.5, 0.3, 0.2], [0.2, 0.3, 0.5]).Normalized:F3}");
        // </snippet>
    }
}
