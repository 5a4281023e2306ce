using System.Globalization;
using System.Text;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>Writes the page of measured size and power.</summary>
internal static class PowerTable
{
    public static string Write(IReadOnlyList<PowerRates> rates, int replicates)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # The measured size and power of the tests

            How often each test rejects at the level of 5%, in percent of simulated pairs of samples of 20 and of 200 rows a side. *Same* is the size: both sides
            are drawn from one normal distribution; *same, ties* from one that is rounded to whole numbers. The others are powers: *shift* by 0.8 standard
            deviations with 20 rows and 0.25 with 200, *scale* by 2.5 and 1.3, *tail* a Student's t of two degrees of freedom with the normal's
            quartiles. Each number is of {replicates:N0} pairs, for tests that permute of fewer: the column of replicates says. Three standard errors of a
            rate of 5% are {300
                * Math.Sqrt(
                    0.05 * 0.95 / replicates
                ):F2} points with {replicates:N0} pairs. Tests are called with their defaults where nothing else is said.

            An exact test has few p-values where samples are small, and then rejects less often than the level: *attainable* is the largest
            p-value at or under 5% that occurs, which is the size that it can have with 20 rows of continuous data.

            The generator is seeded, so that the same build gives the same page. To write it again (some minutes on two cores):

            ```sh
            MLOPS_POWER_REPLICATES={replicates} MLOPS_POWER_TABLE="$PWD/docs/size-and-power.md" \
                dotnet test tests/Mlops.Statistics.Tests -c Release --filter FullyQualifiedName~SizeAndPower
            ```

            Every run of the tests measures the sizes with fewer pairs, and holds each at or under the level and, for continuous data, at it, three
            standard errors allowed for.


            """
        );
        foreach (var family in rates.GroupBy(rate => rate.Test.Family))
        {
            Section(page, family.Key, [.. family]);
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder page, string title, IReadOnlyList<PowerRates> rates)
    {
        var settings = rates.Select(rate => rate.Setting.Name).Distinct().ToList();
        var rows = rates.Select(rate => rate.Rows).Distinct().ToList();
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| test |");
        foreach (var setting in settings)
        {
            foreach (var count in rows)
            {
                page.Append(CultureInfo.InvariantCulture, $" {setting}, {count} |");
            }
        }

        page.Append(" attainable, 20 | replicates |\n| --- |");
        page.Append(string.Concat(Enumerable.Repeat(" ---: |", (settings.Count * rows.Count) + 2)));
        page.Append('\n');
        foreach (var test in rates.GroupBy(rate => rate.Test))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {test.Key.Name} |");
            foreach (var rate in test)
            {
                page.Append(CultureInfo.InvariantCulture, $" {100 * rate.RejectedRate:F1} |");
            }

            var attainable = test.Key.Granularity == Granularity.Fine ? "" : $"{100 * test.First().Attainable:F1}";
            page.Append(CultureInfo.InvariantCulture, $" {attainable} | {test.First().Replicates:N0} |\n");
        }

        page.Append('\n');
    }
}
