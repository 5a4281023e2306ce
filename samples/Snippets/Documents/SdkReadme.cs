// <snippet: Script>
using Mlops.Data;
using Mlops.Drift;
using Mlops.Drift.Series;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class SdkReadme
{
    public static void Script()
    {
        // <snippet: Script>
        var rides = Dataset.ReadCsv("chicago_ridership.csv");
        var (early, later) = rides.SplitAt(new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var baseline = DriftBaseline.Fit(early.Named("2001 to 2004"));
        var series = DriftSeries.Compare(baseline, later.SplitByTime(TimeWindow.Year));
        foreach (var window in series.Windows.Take(3))
        {
            Console.WriteLine($"{window.Label}  {window.Report}");
        }

        series.ToDocument().SaveHtml("drift.html");
        // </snippet>
    }
}
