using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Data.Profiles;
using Mlops.Drift;
using Mlops.Drift.Detection;

namespace Snippets.Documents;

internal static class ExamplesBaselines
{
    public static void Detail()
    {
        // <snippet: Detail>
        var fresh = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv"));
        fresh.Save("counts.json");
        fresh.Save("values.json", BaselineDetail.Values);

        var today = Dataset.ReadCsv("current.csv", new CsvOptions { Schema = fresh.Schema });
        foreach (var file in new[] { "counts.json", "values.json" })
        {
            var saved = DriftBaseline.Load(file);
            var test = saved.Compare(today)["income"].Test("kolmogorov-smirnov")!;
            Console.WriteLine(
                $"{saved.Detail}: D = {test.Statistic:F4}, {test.Precision}; same digest: {saved.Digest == fresh.Digest}"
            );
        }

        Console.WriteLine($"let go: {fresh.WithoutValues().Detail}");
        // </snippet>
    }

    public static void Rules()
    {
        // <snippet: Rules>
        DriftRule rule = DriftRule.Parse("wasserstein", threshold: 0.2);
        var ruled = DriftBaseline.Fit(
            Dataset.ReadCsv("reference.csv"),
            DriftOptions.Default with
            {
                NumericRule = rule,
                CategoricalRule = DriftRule.PopulationStability(0.25),
            }
        );

        foreach (var column in ruled.Compare(Dataset.ReadCsv("current.csv")).Columns)
        {
            Console.WriteLine($"{column.Name}: {column.Verdict} by {column.Rule}");
        }
        // </snippet>
    }

    public static void SketchProfiles()
    {
        // <snippet: SketchProfiles>
        var income = Dataset.ReadCsv("reference.csv");
        var sizes = SketchOptions.Default with { QuantileSize = 512, CategoryCapacity = 64, Seed = 3 };
        DatasetProfile sketched = DatasetProfileDefinition.FromSchema(income.Schema, sizes).Create();
        sketched.Add(income);

        var numbers = (NumericSketchProfile)sketched["income"];
        var plans = (CategorySketchProfile)sketched["plan"];
        Console.WriteLine($"median {numbers.Quantile(0.5):F2} within {numbers.RankError().Bound:F4} of the rank");
        Console.WriteLine($"about {numbers.DistinctEstimate:F0} values; mean {numbers.Moments.Mean:F2}, exactly");
        Console.WriteLine($"{plans.Categories[0]}; exact: {plans.IsExact}");
        // </snippet>
    }

    public static void ConvertedProfiles()
    {
        // <snippet: ConvertedProfiles>
        var data = Dataset.ReadCsv("reference.csv");
        DatasetProfile profile = DatasetProfileDefinition.FromSchema(data.Schema).Create();
        profile.Add(data);
        profile.Save("reference.profile");

        var bins = DatasetProfileDefinition.FromProfile(DatasetProfile.Load("reference.profile"));
        var counted = (NumericColumnProfile)profile.ConvertTo(bins)["income"];
        Console.WriteLine($"{counted.Binning.ValueBins} bins; sketched: {bins.Sketches is not null}");
        // </snippet>
    }
}
