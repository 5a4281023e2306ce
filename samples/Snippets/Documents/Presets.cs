// <snippet: Usings>
using Mlops.Data;
using Mlops.Drift.Presets;
using Mlops.Drift.Presets.Deepchecks;
using Mlops.Drift.Presets.Evidently;
using Mlops.Drift.Presets.Frouros;
using Mlops.Drift.Presets.NannyMl;
using Mlops.Drift.Presets.TensorFlowDataValidation;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class Presets
{
    public static void Report()
    {
        // <snippet: Report>
        double[] before = [.. Enumerable.Range(0, 400).Select(i => Math.Sqrt(i))];
        double[] after = [.. before.Select(x => x + 2)];
        var reference = Dataset.FromColumns("before", Column.Number("income", before), Column.Number("age", before));
        var current = Dataset.FromColumns("after", Column.Number("income", after), Column.Number("age", before));

        PresetReport report = DriftPreset.Evidently07.Compare(reference, current);
        Console.WriteLine(report);
        foreach (var column in report.Columns)
        {
            Console.WriteLine($"{column.Name}: {column.Method} {column.Score:E2}, drift {column.IsDetected}");
        }
        // </snippet>
    }

    public static void Chosen()
    {
        double[] before = [.. Enumerable.Range(0, 400).Select(i => Math.Sqrt(i))];
        var reference = Dataset.FromColumns("before", Column.Number("income", before));
        var current = Dataset.FromColumns("after", Column.Number("income", [.. before.Select(x => x + 2)]));
        // <snippet: Chosen>
        var preset = DriftPreset.Evidently07 with
        {
            NumberMethod = "psi",
            NumberThreshold = 0.2,
            DriftShare = 0.3,
        };
        var chunked = DriftPreset.NannyMl013 with { ChunkCount = 4, NumberMethod = "wasserstein" };

        Console.WriteLine(preset.Compare(reference, current));
        Console.WriteLine(chunked.Compare(reference, current));
        Console.WriteLine(DriftPreset.Named("frouros").Compare(reference, current));
        // </snippet>
    }

    public static void Alone()
    {
        // <snippet: Alone>
        double[] x = [.. Enumerable.Range(0, 200).Select(i => i * 0.01)],
            y = [.. Enumerable.Range(0, 200).Select(i => (i * 0.012) + 0.1)];

        Console.WriteLine($"Evidently {EvidentlyMethods.JensenShannon(x, y).Value:F4}");
        Console.WriteLine($"NannyML   {NannyMlMethods.JensenShannon(x, y).Value:F4}");
        Console.WriteLine($"frouros   {FrourosMethods.JensenShannon(x, y).Value:F4}");
        Console.WriteLine(
            $"deepchecks {DeepchecksMethods.EarthMoversDistance(x, y).Value:F4}, the earth mover's distance"
        );

        MethodScore none = EvidentlyMethods.GTest([5, 5], [6, 7]);
        Console.WriteLine($"{none.Status}: {none.Reason}");
        // </snippet>
    }

    public static void Histograms()
    {
        // <snippet: Histograms>
        HistogramBucket[] training = [new(1, 2, 2), new(2, 3, 2)],
            serving = [new(2, 4, 2), new(4, 6, 2)];

        var divergence = TensorFlowDataValidationMethods.JensenShannonDivergence(training, serving);
        Console.WriteLine($"{divergence.Value:F8}");
        // </snippet>
    }

    public static void Written()
    {
        // <snippet: Written>
        var data = Dataset.FromColumns(
            "data",
            Column.Category("plan", ["a", "b", "a", "c", "a", "b", "a", "c", "b", "a"])
        );
        var report = DriftPreset.Deepchecks019.Compare(data, data);

        report.ToDocument().SaveHtml("as-deepchecks.html");
        Console.WriteLine(report.ToEnvelope().Kind);
        // </snippet>
    }
}
