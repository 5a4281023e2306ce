using Mlops.Data;
using Mlops.Drift;

namespace Snippets.Documents;

internal static class Concepts
{
    public static void DataSets()
    {
        var requests = new[] { new Request(12.5, "NL"), new Request(80, "DE"), new Request(7.25, null) };

        // <snippet: DataSets>
        var jan = Dataset.ReadCsv("january.csv");
        var feb = Dataset.FromRecords(
            requests,
            "february",
            map => map.Number("amount", r => r.Amount).Category("country", r => r.Country)
        );
        // </snippet>

        Console.WriteLine($"{jan}; {feb}");
    }

    public static void Baseline()
    {
        var reference = Dataset.ReadCsv("reference.csv");
        var current = Dataset.ReadCsv("current.csv");
        var options = DriftOptions.Default;

        // <snippet: Baseline>
        // Learns bins, counts and moments; the options are frozen in.
        var baseline = DriftBaseline.Fit(reference, options);

        // Canonical JSON with a digest.
        baseline.Save("baseline.json");
        var report = DriftBaseline.Load("baseline.json").Compare(current);
        // </snippet>

        Console.WriteLine(report);
    }

    public static void Profiles()
    {
        var baseline = DriftBaseline.Fit(Dataset.ReadCsv("reference.csv"));
        var day = Dataset.ReadCsv("current.csv");
        var hours = Enumerable.Range(0, 24).Select(hour => day.Slice(hour * 100, 100));

        // <snippet: Profiles>
        var profile = baseline.CreateProfile();
        foreach (var hour in hours)
        {
            profile.Add(hour);
        }

        var report = baseline.Compare(profile, "today");
        // </snippet>

        Console.WriteLine(report);
    }

    private sealed record Request(double Amount, string? Country);
}
