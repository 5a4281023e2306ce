using System.Globalization;
using System.Text;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>Writes what was measured of a family: what the numbers say, a table of sizes and one of powers.</summary>
internal static class PowerSection
{
    public static void Write(StringBuilder page, PowerFamily family, IReadOnlyList<PowerRates> rates)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {family.Title}\n\n");
        PowerReading.Write(page, family, rates);
        Table(page, "size", [.. rates.Where(rate => rate.Setting.IsNull)], hasSizes: true);
        foreach (var test in rates.Select(rate => rate.Test).Distinct().Where(test => test.Note is not null))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {test.Name}: {test.Note}{Sizes(test)}.\n");
        }

        page.Append(rates.Any(rate => rate.Test.Note is not null) ? "\n" : "");
        Table(page, "power", [.. rates.Where(rate => !rate.Setting.IsNull)], hasSizes: false);
    }

    private static string Sizes(PowerTest test) =>
        test.KnownSizes.Count == 0
            ? ""
            : "; "
                + string.Join(
                    ", ",
                    test.KnownSizes.Select(known =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{100 * known.Size:F1}% ({known.Setting}, {known.Rows} rows)"
                        )
                    )
                );

    private static void Table(StringBuilder page, string title, IReadOnlyList<PowerRates> rates, bool hasSizes)
    {
        if (rates.Count == 0)
        {
            return;
        }

        var hasAttainable = hasSizes && rates.Any(rate => rate.Test.Granularity == Granularity.Exact);
        var columns = rates.Select(rate => $"{rate.Setting.Name}, {rate.Rows}").Distinct().ToList();
        columns.AddRange(hasAttainable ? ["attainable, 20", "pairs"] : ["pairs"]);
        page.Append(CultureInfo.InvariantCulture, $"| {title} | {string.Join(" | ", columns)} |\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"| --- |{string.Concat(Enumerable.Repeat(" ---: |", columns.Count))}\n"
        );
        foreach (var test in rates.GroupBy(rate => rate.Test))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {test.Key.Name} |");
            foreach (var rate in test)
            {
                var mark = rate.Known is null ? "" : "\\*";
                page.Append(CultureInfo.InvariantCulture, $" {100 * rate.RejectedRate:F1}{mark} |");
            }

            if (hasAttainable)
            {
                var attainable =
                    test.Key.Granularity == Granularity.Exact
                        ? (100 * test.First().Attainable).ToString("F1", CultureInfo.InvariantCulture)
                        : "";
                page.Append(CultureInfo.InvariantCulture, $" {attainable} |");
            }

            page.Append(CultureInfo.InvariantCulture, $" {test.First().Replicates:N0} |\n");
        }

        page.Append('\n');
    }
}
