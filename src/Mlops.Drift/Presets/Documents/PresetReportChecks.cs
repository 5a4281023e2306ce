using System.Globalization;
using Mlops.Data;
using Mlops.Reporting.Checks;

namespace Mlops.Drift.Presets.Documents;

/// <summary>Says a preset's report as checks, one a column.</summary>
internal static class PresetReportChecks
{
    private static readonly CheckRule _rule = new(
        "drift/preset",
        "The column has not drifted by the rules of the library that the preset reproduces.",
        "Where it fails, that library would call drift. Its thresholds take no account of how much change matters, and of chance only where the score is a p-value: see the page on presets."
    );

    public static CheckSuite Of(PresetReport report) =>
        new("drift", report.Verdict, [.. report.Columns.Select(Of)])
        {
            Properties =
            [
                new("preset", $"{report.Preset.Title} {report.Preset.Version}"),
                new("reference", report.Reference.Name),
                new("referenceRows", report.Reference.RowCount.ToString(CultureInfo.InvariantCulture)),
                new("referenceDigest", report.Reference.Digest.ToString()),
                new("current", report.Current.Name),
                new("currentRows", report.Current.RowCount.ToString(CultureInfo.InvariantCulture)),
                new("currentDigest", report.Current.Digest.ToString()),
            ],
        };

    private static CheckResult Of(PresetColumn column) =>
        new(_rule, column.Name, Group(column), PresetWords.VerdictOf(column), PresetWords.Sentence(column))
        {
            Measures = [new("score", column.Score), new("threshold", column.Threshold)],
        };

    private static string Group(PresetColumn column) =>
        column.Role switch
        {
            ColumnRole.Label => "labels",
            ColumnRole.Prediction => "predictions",
            _ => "features",
        };
}
