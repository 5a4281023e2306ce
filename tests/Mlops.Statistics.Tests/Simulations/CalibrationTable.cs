using System.Globalization;
using System.Text;

namespace Mlops.Statistics.Tests.Simulations;

/// <summary>Writes the page of measured error rates.</summary>
internal static class CalibrationTable
{
    private const string Head =
        "| bins | shares | n | m | smallest expected | Fail % | Pass % | covered % | boxes % |\n| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";

    public static string Write(CalibrationMeasurement measured, int replicates)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # The measured error rates of the verdict

            The rule promises that a component whose true change is *exactly* the bound (a Jensen-Shannon distance of 0.10) is called Fail at
            most one time in twenty, and Pass at most one time in twenty; and that the 90% interval holds the true distance nine times
            in ten. Each row below is {replicates:N0} simulated pairs of samples at the bound, judged by `EquivalenceTest`. The standard error of a
            rate of 5% is {100
                * Math.Sqrt(0.05 * 0.95 / replicates):F2} percentage points; three of them make a limit of {100
                * CalibrationRates.Limit(replicates):F2}%.

            "Smallest expected" is the number of rows that the smallest bin expects on the smaller side, which pooling keeps at 5 or more. "Boxes" is
            the share of pairs that were judged by boxes of Clopper-Pearson intervals. A Fail of a *column* is further guarded by the procedure of
            Benjamini and Hochberg over all columns, and a Pass by the least effective size of 100: neither is applied here.

            The generator is seeded, so that the same build gives the same page. To write it again (about five minutes on two cores):

            ```sh
            MLOPS_CALIBRATION_REPLICATES={replicates} MLOPS_CALIBRATION_TABLE="$PWD/docs/verdict-calibration.md" \
                dotnet test tests/Mlops.Statistics.Tests -c Release --filter FullyQualifiedName~VerdictCalibration
            ```

            Every run of the tests measures the smaller settings with fewer pairs and holds them to these rates, sampling error allowed for.


            """
        );
        Section(
            page,
            "Three to twelve bins, at least fifteen rows expected in each",
            "Equal shares that shift like deciles, equal shares that change alternately, and falling shares (each 3/4 of the one before) whose rarest grow.",
            measured.Dense
        );
        Section(
            page,
            "Three to twelve thin bins, five to fifteen rows expected in the smallest",
            "The chi-square approximation wears thin: Fail is called somewhat too often, most where a rare bin grows in the larger sample.",
            measured.Thin
        );
        Section(
            page,
            "Two bins",
            "An event, such as a missing value, whose share rises or falls by exactly the bound. Boxes keep their level whatever the counts, and pay for it with power; elsewhere the few possible outcomes make the rates jump a little.",
            measured.TwoBins
        );
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder page, string title, string text, IReadOnlyList<CalibrationRates> rates)
    {
        var limit = CalibrationRates.Limit(rates[0].Replicates);
        var beyond = rates.Count(r => r.FailRate > limit || r.PassRate > limit);
        page.Append(
            CultureInfo.InvariantCulture,
            $"## {title}\n\n{text}\n\nOver all {rates.Count} settings: Fail {100 * rates.Average(r => r.FailRate):F2}%, Pass {100 * rates.Average(r => r.PassRate):F2}%, covered {100 * rates.Average(r => r.CoverageRate):F1}%; the largest are Fail {100 * rates.Max(r => r.FailRate):F2}% and Pass {100 * rates.Max(r => r.PassRate):F2}%; settings with a rate beyond {100 * limit:F2}%: {beyond}.\n\n"
        );
        page.Append(Head);
        foreach (var row in rates)
        {
            page.Append(CultureInfo.InvariantCulture, $"{row}\n");
        }

        page.Append('\n');
    }
}
