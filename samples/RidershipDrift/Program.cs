using Mlops;
using Mlops.Data;
using Mlops.Drift;
using Mlops.Drift.Series;
using Mlops.Reporting;
using Mlops.Reporting.Rendering;

// Daily rides at twenty stations of Chicago's trains, with weather and home games, 2001 to 2016.
var days = Dataset
    .ReadCsv(Path.Combine(AppContext.BaseDirectory, "chicago_ridership.csv"))
    .WithRole("ridership", ColumnRole.Label);

// The first four years are the reference; every later year is a window. Whole years, so that seasons cancel out.
var (early, later) = days.SplitAt(new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc));
var baseline = DriftBaseline.Fit(early.Named("2001 to 2004"));
var series = DriftSeries.Compare(baseline, later.SplitByTime(TimeWindow.Year));

Console.WriteLine($"{"column", -18} {"began in", -9} {"failed years", -13} {"lasting", -15} largest effect");
foreach (var onset in series.Onsets.Where(onset => onset.FirstFailed >= 0).OrderBy(onset => onset.FirstFailed))
{
    var began = series.Windows[onset.FirstFailed].Label;
    var lasting = onset.IsLasting ? "yes" : "comes and goes";
    Console.WriteLine(
        $"{onset.Column, -18} {began, -9} {$"{onset.FailedCount} of {series.Windows.Count}", -13} {lasting, -15} {ReportFormat.Fixed(onset.LargestEffect, 3)}"
    );
}

Console.WriteLine();
foreach (var (year, report) in series.Windows)
{
    var failed = report.With(Verdict.Fail);
    var most = failed.Count > 0 ? $", most of all {report.Contributors[0].Name}" : "";
    Console.WriteLine($"{year}  {report.Verdict}: {failed.Count} of {report.Columns.Count} columns failed{most}");
}

series.ToDocument().SaveHtml("ridership-drift.html");
Console.WriteLine();
Console.WriteLine("The full report is in ridership-drift.html.");
