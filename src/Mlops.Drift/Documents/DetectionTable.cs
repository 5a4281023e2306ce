using Mlops.Drift.Detection;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Documents;

/// <summary>The classical tests beside the verdict.</summary>
internal static class DetectionTable
{
    public static string Explanation(DriftReport report)
    {
        var rules = report.Columns.Where(column => column.Rule.Id != DriftRule.EffectId).ToList();
        var decides =
            rules.Count == 0
                ? "They decide nothing here"
                : $"They decide on the values of {DriftReportSentences.Plural(rules.Count, "column")}, where one was chosen as the rule";
        return $"Classical tests ask whether there is any change at all, however small; with rows enough there nearly always is one. {decides}. p-values are adjusted over the columns of a role, for the {DriftReportMethod.Adjustment(report.Options)}; ≥, ≤ and ≈ stand before numbers that come of counts in bins, of sketches or of rows that depend on each other.";
    }

    public static TableBlock Of(DriftReport report) =>
        new(
            "D is the Kolmogorov-Smirnov distance; the Wasserstein distance is in standard deviations of the reference; chi-square and PSI, the population stability index, compare the judged bins.",
            [
                new("column"),
                new("D", true),
                new("p (Kolmogorov-Smirnov)", true),
                new("p (chi-square)", true),
                new("Wasserstein", true),
                new("PSI", true),
                new("a change is"),
            ],
            [.. report.Columns.Where(column => column.Tests.Count > 0).Select(Row)]
        );

    /// <summary>The tests that were asked for beside those that every column has; <see langword="null"/> without any.</summary>
    public static TableBlock? Further(DriftReport report)
    {
        var rows = report
            .Columns.SelectMany(column =>
                column
                    .Tests.Where(test => ColumnTestCatalogue.Find(test.Id) is { } entry && IsFurther(entry))
                    .Select(test => (IReadOnlyList<TableCell>)FurtherRow(column, test))
            )
            .ToList();
        return rows.Count == 0
            ? null
            : new TableBlock(
                "Further tests that were asked for.",
                [new("column"), new("test"), new("statistic", true), new("adjusted p", true), new("a change is")],
                rows
            );
    }

    private static bool IsFurther(IColumnTest entry) =>
        !entry.IsAlwaysRun || entry.Id == PeriodVariationColumnTest.TestId;

    private static TableCell[] FurtherRow(ColumnDrift column, ColumnTest test) =>
        test.Status != ResultStatus.Ok
            ? [column.Name, test.Name, "", "", $"no answer: {test.Status}"]
            :
            [
                column.Name,
                test.Name,
                (test.Precision == TestPrecision.Optimistic ? "" : Mark(test, "≥ "))
                    + ReportFormat.Number(test.Statistic, 4),
                double.IsNaN(test.PValue) ? "" : Marked(test, ReportFormat.PValue(test.AdjustedPValue)),
                double.IsNaN(test.PValue) ? ""
                : test.IsDetectable ? "detectable"
                : "not detectable",
            ];

    private static IReadOnlyList<TableCell> Row(ColumnDrift column) =>
        [
            column.Name,
            Statistic(column, KolmogorovSmirnovColumnTest.TestId),
            PValue(column, KolmogorovSmirnovColumnTest.TestId),
            PValue(column, ChiSquareColumnTest.TestId),
            Statistic(column, WassersteinColumnTest.TestId),
            Statistic(column, PopulationStabilityColumnTest.TestId),
            column.IsDetectable ? "detectable" : "not detectable",
        ];

    private static string Statistic(ColumnDrift column, string id) =>
        column.Test(id) is { Status: ResultStatus.Ok } test
            ? Mark(test, "≥ ") + ReportFormat.Fixed(test.Statistic, 3)
            : "";

    private static string PValue(ColumnDrift column, string id) =>
        column.Test(id) is { Status: ResultStatus.Ok } test
            ? Marked(test, ReportFormat.PValue(test.AdjustedPValue))
            : "";

    // What is below the least that is shown is so whether it is a bound or not.
    private static string Marked(ColumnTest test, string text) => text.StartsWith('<') ? text : Mark(test, "≤ ") + text;

    private static string Mark(ColumnTest test, string bound) =>
        test.Precision switch
        {
            TestPrecision.Bound => bound,
            TestPrecision.Optimistic => "≥ ",
            TestPrecision.Estimate => "≈ ",
            _ => "",
        };
}
