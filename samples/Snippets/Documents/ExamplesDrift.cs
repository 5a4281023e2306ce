// <snippet: Usings>
using Microsoft.Extensions.DependencyInjection;
using Mlops;
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Drift;
using Mlops.Drift.Series;
using Mlops.Statistics.Equivalence;

// </snippet>

namespace Snippets.Documents;

internal static class ExamplesDrift
{
    public static void Baselines()
    {
        // <snippet: Baselines>
        DriftBaseline baseline = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv"));
        baseline.Save("baseline.json");

        var loaded = DriftBaseline.Load("baseline.json");
        var current = Dataset.ReadCsv("current.csv", new CsvOptions { Schema = loaded.Schema });
        DriftReport report = loaded.Compare(current);
        Console.WriteLine(report);
        Console.WriteLine($"{report["income"].Verdict}: {report["income"].Reason}");
        // </snippet>
    }

    public static void Options()
    {
        // <snippet: Options>
        var options = DriftOptions.Default with
        {
            Bound = EffectBound.Shift(0.5),
            ColumnBounds = DriftOptions.Default.ColumnBounds.Add("churn", EffectBound.JensenShannon(0.05)),
            TolerableFailedShare = 0.4,
        };
        var tolerant = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv"), options);

        var judged = tolerant.Compare(Dataset.ReadCsv("current.csv"));
        Console.WriteLine(
            $"{judged.Verdict}; failed: {string.Join(", ", judged.With(Verdict.Fail).Select(c => c.Name))}"
        );
        // </snippet>
    }

    public static void Series()
    {
        // <snippet: Series>
        var rides = Dataset.ReadCsv("chicago_ridership.csv").Select("date", "ridership", "temp");
        var (early, later) = rides.SplitAt(new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        DriftSeries series = DriftSeries.Compare(DriftBaseline.Fit(early), later.SplitByTime(TimeWindow.Year));

        Console.WriteLine($"first drifted: {series.FirstDrifted?.Label}");
        foreach (var onset in series.Onsets)
        {
            Console.WriteLine($"{onset.Column}: failed in {onset.FailedCount} of {series.Windows.Count} years");
        }
        // </snippet>
    }

    public static void Evidence()
    {
        // <snippet: Evidence>
        var fitted = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv"));
        var evidence = fitted.Compare(Dataset.ReadCsv("current.csv")).ToEvidence();

        Console.WriteLine($"{evidence.Kind}: {evidence.Verdict}, {evidence.Findings.Count} findings");
        Console.WriteLine(string.Join(", ", evidence.Subjects.Select(subject => subject.Name)));
        // </snippet>
    }

    public static void Services()
    {
        DriftBaseline.Fit(Dataset.ReadCsv("reference.csv")).Save("baseline.json");

        // <snippet: Services>
        var services = new ServiceCollection();
        services.AddMlops(mlops => mlops.AddDriftBaseline("churn", options => options.Path = "baseline.json"));

        using var provider = services.BuildServiceProvider();
        var churn = provider.GetRequiredKeyedService<DriftBaseline>("churn");
        Console.WriteLine($"{churn.Reference.Name}: {churn.Reference.RowCount} rows");
        // </snippet>
    }
}
