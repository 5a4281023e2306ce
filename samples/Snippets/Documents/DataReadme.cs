// <snippet: Windows>
using Mlops.Data;

// </snippet>

namespace Snippets.Documents;

internal static class DataReadme
{
    public static void Windows()
    {
        // <snippet: Windows>
        Dataset rides = Dataset
            .ReadCsv("chicago_ridership.csv")
            .WithRole("ridership", ColumnRole.Label)
            .WithRole("date", ColumnRole.Time);

        foreach (DatasetWindow year in rides.SplitByTime(TimeWindow.Year).Take(3))
        {
            Console.WriteLine($"{year.Label}: {year.Dataset.RowCount} days");
        }
        // </snippet>
    }

    public static void Memory()
    {
        // <snippet: Memory>
        var loans = Dataset.FromColumns(
            "loans",
            Column.Number("amount", [1200, 350.5, double.NaN]),
            Column.Category("country", ["NL", null, "DE"]),
            Column.Boolean("repaid", [true, false, true])
        );

        var large = loans.Where(row => row.Number("amount") > 500);
        Console.WriteLine($"{loans}; {loans["amount"].MissingCount} amount missing; {large.RowCount} large");
        // </snippet>
    }
}
