// <snippet: Usings>
using Mlops.Data;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Exploration;
using Mlops.Data.Quality.Leakage;

// </snippet>

namespace Snippets.Documents;

internal static class QualityExplore
{
    public static void Explore()
    {
        // <snippet: Explore>
        var customers = Dataset.ReadCsv("telco_churn.csv");
        var explored = DataQuality.Explore(customers, new ExplorationOptions { Label = "churn" });
        Console.WriteLine(explored);

        // A copy of the label under another name is found among the features.
        var leaky = Dataset.FromColumns("leaky", [.. customers.Columns, Column.Category("status", Labels(customers))]);
        var suspects = TargetLeakage.Measure(leaky, new LeakageOptions { Label = "churn" }).Suspects;
        Console.WriteLine(string.Join(", ", suspects.Select(suspect => suspect.Column)));

        static IEnumerable<string?> Labels(Dataset data)
        {
            var churn = (CategoryColumn)data["churn"].ConvertTo(ColumnKind.Category);
            return Enumerable.Range(0, data.RowCount).Select(row => churn[row] is { } label ? $"is {label}" : null);
        }
        // </snippet>
    }
}
