// <snippet: Usings>
using System.Globalization;
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Data.Profiles;

// </snippet>

namespace Snippets.Documents;

internal static class ExamplesData
{
    public static void Columns()
    {
        // <snippet: Columns>
        var loans = Dataset.FromColumns(
            "loans",
            Column.Number("amount", [1200, 350.5, double.NaN]),
            Column.Category("country", ["NL", null, "DE"])
        );

        Console.WriteLine(
            $"{loans}; missing: {string.Join(", ", loans.Columns.Select(c => $"{c.Name} {c.MissingCount}"))}"
        );
        // </snippet>
    }

    public static void Records()
    {
        // <snippet: Records>
        Customer[] customers = [new(31, "full", false), new(58, null, true)];
        var data = Dataset.FromRecords(
            customers,
            "customers",
            map =>
                map.Number("age", c => c.Age)
                    .Protected()
                    .Category("plan", c => c.Plan)
                    .Boolean("churned", c => c.Churned)
                    .Label()
        );

        Console.WriteLine($"{data.Schema}; label: {data.Schema.Columns.Single(c => c.Role == ColumnRole.Label).Name}");
        // </snippet>
    }

    public static void Csv()
    {
        // <snippet: Csv>
        var options = new CsvOptions
        {
            Delimiter = ';',
            Culture = CultureInfo.GetCultureInfo("de-DE"),
            MissingTokens = ["", "unknown"],
        };
        var prices = Dataset.ParseCsv("article;price\nA1;1,50\nB2;unknown\n", options);

        Console.WriteLine($"{prices.Schema}; {prices["price"].MissingCount} price missing");
        // </snippet>
    }

    public static void Selecting()
    {
        // <snippet: Selecting>
        var rides = Dataset.ReadCsv("chicago_ridership.csv");
        var cold = rides.Where(row => row.Number("temp") < 20).Select("date", "ridership", "temp");
        Console.WriteLine($"{cold.RowCount} of {rides.RowCount} days; {cold.Columns.Count} columns");

        var (before, after) = rides.SplitAt(new DateTime(2009, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Console.WriteLine($"{before.RowCount} days before 2009, {after.RowCount} after");

        var quarters = rides.SplitByTime(TimeWindow.Quarter);
        Console.WriteLine($"{quarters.Count} quarters, the first is {quarters[0].Label}");
        // </snippet>
    }

    public static void Converting()
    {
        // <snippet: Converting>
        var reference = Dataset.ParseCsv("amount,plan\n10,full\n20,basic\n");
        var current = Dataset.ParseCsv("amount,plan\n30,full\nten,basic\n").ConvertTo(reference.Schema);

        var failures = current["amount"].Failures;
        Console.WriteLine(
            $"{failures.Count} value did not convert, the first is '{failures.FirstValue}' in row {failures.FirstRow}"
        );
        // </snippet>
    }

    public static void Digests()
    {
        // <snippet: Digests>
        var parsed = Dataset.ParseCsv("x\n1\n2\n", new CsvOptions());
        var built = Dataset.FromColumns("built", Column.Number("x", [1, 2]));

        Console.WriteLine(parsed.Digest == built.Digest);
        // </snippet>
    }

    public static void Profiles()
    {
        // <snippet: Profiles>
        var data = Dataset.ReadCsv("chicago_ridership.csv");
        var definition = DatasetProfileDefinition.FromReference(data);
        DatasetProfile firstHalf = definition.Create();
        DatasetProfile secondHalf = definition.Create();
        firstHalf.Add(data.Slice(0, 3000));
        secondHalf.Add(data.Slice(3000, data.RowCount - 3000));
        firstHalf.Merge(secondHalf);

        var column = (NumericColumnProfile)firstHalf["ridership"];
        Console.WriteLine($"{firstHalf.Count} rows, mean {column.Moments.Mean:F3}, {column.Binning.ValueBins} bins");
        // </snippet>
    }

    // <snippet: Records>
    internal sealed record Customer(int Age, string? Plan, bool Churned);
    // </snippet>
}
