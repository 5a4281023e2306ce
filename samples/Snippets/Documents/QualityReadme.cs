// <snippet: Quality>
using Mlops.Data;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;

// </snippet>

namespace Snippets.Documents;

internal static class QualityReadme
{
    public static void Quality()
    {
        // <snippet: Quality>
        var constraints = DataConstraints
            .Infer(Dataset.ReadCsv("january.csv"))
            .With(new ExpressionConstraint("income >= 0 and plan in ('basic', 'full')"));
        constraints.SaveEditable("constraints.json");

        var report = DataQuality.Check(Dataset.ReadCsv("current.csv"), constraints);
        Console.WriteLine(report);
        Console.WriteLine(report["income/range"].Reason);
        // </snippet>
    }
}
