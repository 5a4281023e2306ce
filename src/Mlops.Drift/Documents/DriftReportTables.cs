using Mlops.Reporting;
using Mlops.Reporting.Blocks;
using Mlops.Serialization;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Documents;

/// <summary>The tables and the forest plot of a drift report.</summary>
internal static class DriftReportTables
{
    private const int MostEffects = 40;

    public static IntervalChart Effects(DriftReport report)
    {
        var columns = report
            .Columns.OrderByDescending(column => column.Status != ResultStatus.Ok)
            .ThenByDescending(column => column.Effect)
            .Take(MostEffects)
            .ToList();
        var bound = report.Options.Bound.Distance;
        var others = report.Columns.Count - columns.Count;
        return new IntervalChart(
            others > 0 ? $"The {columns.Count} largest effects" : "Effects",
            $"The effect that each column's verdict rests on, with its 90% interval, against the tolerated {ReportFormat.Number(bound, 2)}.",
            "effect: Jensen-Shannon distance, 0 (the same) to 1 (nothing in common)",
            bound,
            "tolerated",
            [.. columns.Select(column => Row(column, bound))]
        );
    }

    public static TableBlock Columns(DriftReport report) =>
        new(
            "Every judged column, those that contribute most first. The effect is what these rows show; the interval allows for what chance alone adds, so a small effect may lie above it. Its share of the change is that of the squared effects: columns that go together each count what they have in common, so a large share is a place to look and not a cause.",
            [
                new("column"),
                new("verdict"),
                new("effect", true),
                new("90% interval", true),
                new("share of the change", true),
                new("why"),
            ],
            [.. report.Columns.OrderByDescending(column => column.Contribution).Select(Columns)]
        );

    public static TableBlock Missing(DriftReport report) =>
        new(
            "The share of rows without a value, and whether it changed.",
            [new("column"), new("reference", true), new("current", true), new("effect", true), new("verdict")],
            Rows(
                report,
                ComponentKind.Missingness,
                column =>
                    [
                        ReportFormat.Percent(column.Reference.MissingShare),
                        ReportFormat.Percent(column.Current.MissingShare),
                    ]
            )
        );

    public static TableBlock Novelty(DriftReport report) =>
        new(
            "Numbers outside the reference's 0.1% and 99.9% quantiles, and categories it has never seen. Expected is what the reference says would come up without any change.",
            [new("column"), new("expected", true), new("current", true), new("effect", true), new("verdict")],
            Rows(report, ComponentKind.Novelty, column => [NoveltyShare(column, true), NoveltyShare(column, false)])
        );

    public static TableBlock Tests(DriftReport report) =>
        new(
            "Every component's test. p(drift) is adjusted over its role; p(same) is that of a change within the bound, p(any) that of any change at all; N is the effective size n m / (n + m).",
            [
                new("column"),
                new("component"),
                new("bins", true),
                new("N", true),
                new("effect", true),
                new("90% interval", true),
                new("p(drift)", true),
                new("p(same)", true),
                new("p(any)", true),
                new("method"),
                new("verdict"),
            ],
            [.. report.Columns.SelectMany(column => column.Components.Select(component => Test(column, component)))]
        );

    public static TableBlock Provenance(DriftReport report) =>
        new(
            "Digests and versions. The same data and baseline give the same report, byte for byte.",
            [new("what"), new("which")],
            [
                ["reference", $"{report.Reference.Name}, {ReportFormat.Count(report.Reference.RowCount)} rows"],
                ["reference digest", report.Reference.Digest.ToString()],
                ["current", $"{report.Current.Name}, {ReportFormat.Count(report.Current.RowCount)} rows"],
                ["current digest", report.Current.Digest.ToString()],
                ["baseline digest", report.Baseline.ToString()],
                ["report digest", report.ToEnvelope().Digest.ToString()],
                [
                    "made by",
                    $"{Producer.Of(typeof(DriftReport).Assembly)}, {DriftReportJson.Kind} schema {DriftReportJson.SchemaVersion}",
                ],
            ]
        );

    private static IntervalRow Row(ColumnDrift column, double bound)
    {
        // The line in the chart is the common bound; a column with its own says so.
        var label =
            column.Bound.Distance == bound
                ? column.Name
                : $"{column.Name} (tolerated {ReportFormat.Number(column.Bound.Distance, 2)})";
        return column.Leading is { } leading
            ? new IntervalRow(
                label,
                leading.Test.Effect,
                leading.Test.Interval.Lower,
                leading.Test.Interval.Upper,
                column.Verdict
            )
            : new IntervalRow(label, double.NaN, double.NaN, double.NaN, column.Verdict, Status(column.Status));
    }

    private static IReadOnlyList<TableCell> Columns(ColumnDrift column)
    {
        var leading = column.Leading?.Test;
        return
        [
            column.Name,
            new TableCell(Label(column.Verdict), column.Verdict),
            leading is null ? "" : Effect(leading.Effect),
            leading is null ? "" : Interval(leading.Interval),
            ReportFormat.Percent(column.Contribution),
            column.Reason,
        ];
    }

    private static IReadOnlyList<IReadOnlyList<TableCell>> Rows(
        DriftReport report,
        ComponentKind kind,
        Func<ColumnDrift, IReadOnlyList<string>> shares
    ) =>
        [
            .. report
                .Columns.OrderByDescending(column => column.Component(kind)?.Test.Effect ?? double.PositiveInfinity)
                .Select(column => Row(column, column.Component(kind), shares(column))),
        ];

    private static IReadOnlyList<TableCell> Row(
        ColumnDrift column,
        DriftComponent? component,
        IReadOnlyList<string> shares
    ) =>
        [
            column.Name,
            shares[0],
            shares[1],
            component is { Verdict: not null } ? Effect(component.Test.Effect) : "",
            component is null ? new TableCell(Status(column.Status), Verdict.Fail)
            : component.Verdict is { } verdict ? new TableCell(Label(verdict), verdict)
            : "not defined",
        ];

    private static string NoveltyShare(ColumnDrift column, bool ofReference) =>
        column.Novelty is { } novelty ? ReportFormat.Percent(ofReference ? novelty.Expected : novelty.Current, 2) : "";

    private static IReadOnlyList<TableCell> Test(ColumnDrift column, DriftComponent component)
    {
        var test = component.Test;
        var verdict = component.Verdict is { } known ? new TableCell(Label(known), known) : "not defined";
        return
        [
            column.Name,
            component.Kind.ToString().ToLowerInvariant(),
            ReportFormat.Count(test.BinCount),
            ReportFormat.Number(test.EffectiveSize, 4),
            Effect(test.Effect),
            Interval(test.Interval),
            ReportFormat.PValue(component.AdjustedDriftPValue),
            ReportFormat.PValue(test.SamePValue),
            ReportFormat.PValue(component.AdjustedDetectionPValue),
            Method(test.Method),
            verdict,
        ];
    }

    // Effects stand under each other, so they have the same number of decimals.
    private static string Effect(double effect) => ReportFormat.Fixed(effect, 3);

    private static string Interval(ConfidenceInterval interval) =>
        $"{Effect(interval.Lower)} to {Effect(interval.Upper)}";

    private static string Method(EquivalenceMethod method) =>
        method switch
        {
            EquivalenceMethod.ChiSquare => "chi-square",
            EquivalenceMethod.ClopperPearsonBoxes => "exact",
            _ => "",
        };

    private static string Label(Verdict verdict) => verdict.ToString();

    private static string Status(ResultStatus status) =>
        status switch
        {
            ResultStatus.Absent => "gone",
            ResultStatus.TypeMismatch => "another type",
            ResultStatus.AllMissing => "all missing",
            ResultStatus.Constant => "constant",
            _ => "not defined",
        };
}
