// <snippet: Sketched>
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Data.Profiles;
using Mlops.Drift;

// </snippet>

namespace Snippets.Documents;

internal static class Profiles
{
    public static void Sketched()
    {
        // <snippet: Sketched>
        // What the columns are, from the first chunk of one file.
        var schema = Dataset.StreamCsv("january.csv").First().Schema;
        var definition = DatasetProfileDefinition.FromSchema(schema);

        DatasetProfile ProfileOf(string file)
        {
            var profile = definition.Create();
            foreach (var chunk in Dataset.StreamCsv(file, new CsvOptions { Schema = definition.Schema }))
            {
                profile.Add(chunk);
            }

            return profile;
        }

        var reference = ProfileOf("january.csv");
        reference.Merge(ProfileOf("reference.csv"));
        reference.Save("reference.profile");

        var baseline = DriftBaseline.Fit(DatasetProfile.Load("reference.profile"));
        var report = baseline.Compare(ProfileOf("current.csv"), "today");
        Console.WriteLine($"{report.Reference.RowCount} rows against {report.Current.RowCount}: {report}");
        // </snippet>
    }
}
