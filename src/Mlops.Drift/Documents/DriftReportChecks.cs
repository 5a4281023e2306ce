using System.Globalization;
using Mlops.Drift.Detection;
using Mlops.Drift.Judging;
using Mlops.Reporting;
using Mlops.Reporting.Checks;

namespace Mlops.Drift.Documents;

/// <summary>Says a drift report as checks: of each column its structure, and each component that has a verdict.</summary>
internal static class DriftReportChecks
{
    public static CheckSuite Of(DriftReport report) =>
        new("drift", report.Verdict, [.. report.Columns.SelectMany(Of)])
        {
            Properties =
            [
                new CheckProperty("reference", report.Reference.Name),
                new CheckProperty("referenceRows", Text(report.Reference.RowCount)),
                new CheckProperty("referenceDigest", report.Reference.Digest.ToString()),
                new CheckProperty("current", report.Current.Name),
                new CheckProperty("currentRows", Text(report.Current.RowCount)),
                new CheckProperty("currentDigest", report.Current.Digest.ToString()),
                new CheckProperty("baselineDigest", report.Baseline.ToString()),
                new CheckProperty("reportDigest", report.ToEnvelope().Digest.ToString()),
                new CheckProperty(
                    "notJudged",
                    string.Join("; ", report.Omitted.Select(column => $"{column.Name} ({column.Reason})"))
                ),
            ],
        };

    private static IEnumerable<CheckResult> Of(ColumnDrift column)
    {
        yield return Structure(column);
        foreach (var component in column.Components)
        {
            if (component.Verdict is { } verdict)
            {
                yield return Component(column, component, verdict);
            }
        }
    }

    // The worst verdict of a column's checks is the column's: where no component could be judged, its structure says why.
    private static CheckResult Structure(ColumnDrift column)
    {
        var verdict =
            column.Status != ResultStatus.Ok ? Verdict.Fail
            : column.Components.Any(component => component.Verdict is not null) ? Verdict.Pass
            : Verdict.Inconclusive;
        return new CheckResult(
            DriftCheckRules.Structure,
            $"{column.Name} (structure)",
            Group(column),
            verdict,
            verdict == Verdict.Pass ? "The column is there, and its values are of the reference's type." : column.Reason
        )
        {
            Details = Sides(column),
        };
    }

    private static CheckResult Component(ColumnDrift column, DriftComponent component, Verdict verdict)
    {
        var test = component.Test;
        return new CheckResult(
            DriftCheckRules.Of(component.Kind),
            $"{column.Name} ({Noun(component.Kind)})",
            Group(column),
            verdict,
            component.Kind == ComponentKind.Value && column.Rule.Id != DriftRule.EffectId
                ? column.Reason
                : Message(column, component, verdict)
        )
        {
            Details = Sides(column),
            Measures =
            [
                new CheckMeasure("effect", test.Effect),
                new CheckMeasure("lower", test.Interval.Lower),
                new CheckMeasure("upper", test.Interval.Upper),
                new CheckMeasure("bound", test.Bound),
                new CheckMeasure("driftPValue", test.DriftPValue),
                new CheckMeasure("adjustedDriftPValue", component.AdjustedDriftPValue),
                new CheckMeasure("samePValue", test.SamePValue),
            ],
        };
    }

    private static string Message(ColumnDrift column, DriftComponent component, Verdict verdict)
    {
        var test = component.Test;
        var interval =
            $"{ReportFormat.Percent(test.Interval.Level, 0)} interval {ReportFormat.Interval(test.Interval.Lower, test.Interval.Upper, 2)}";
        var bound = ReportFormat.Number(test.Bound, 2);
        return verdict switch
        {
            Verdict.Fail =>
                $"{What(column, component.Kind)}: effect {ReportFormat.Number(test.Effect, 2)} ({interval}) where {bound} is tolerated.",
            Verdict.Pass =>
                $"Any change is surely smaller than the tolerated {bound}: effect {ReportFormat.Number(test.Effect, 2)} ({interval}).",
            _ =>
                $"The change can't be told from the tolerated {bound}: effect {ReportFormat.Number(test.Effect, 2)} ({interval}). {ColumnReason.Rows(column.Settling)}".TrimEnd(),
        };
    }

    private static string What(ColumnDrift column, ComponentKind kind) =>
        kind switch
        {
            ComponentKind.Value => "The values are distributed differently",
            ComponentKind.Missingness =>
                $"Missing values went from {ReportFormat.Percent(column.Reference.MissingShare)} to {ReportFormat.Percent(column.Current.MissingShare)}",
            _ when column.Novelty is { } novelty =>
                $"{ReportFormat.Percent(novelty.Current)} of the values are new to the reference, where {ReportFormat.Percent(novelty.Expected)} would be expected",
            _ => "Values are new to the reference",
        };

    private static string Sides(ColumnDrift column) =>
        $"reference: {Side(column.Reference)}\ncurrent: {Side(column.Current)}";

    private static string Side(ColumnSummary side)
    {
        var counts = $"{ReportFormat.Count(side.RowCount)} rows, {ReportFormat.Count(side.MissingCount)} missing";
        return side.CategoryCount > 0 ? $"{counts}, {ReportFormat.Count(side.CategoryCount)} categories"
            : double.IsNaN(side.Mean) ? counts
            : $"{counts}, mean {ReportFormat.Number(side.Mean)}, from {ReportFormat.Number(side.Minimum)} to {ReportFormat.Number(side.Maximum)}";
    }

    private static string Group(ColumnDrift column) =>
        column.Role switch
        {
            Data.ColumnRole.Label => "labels",
            Data.ColumnRole.Prediction => "predictions",
            _ => "features",
        };

    private static string Noun(ComponentKind kind) =>
        kind switch
        {
            ComponentKind.Value => "values",
            ComponentKind.Missingness => "missing values",
            _ => "new values",
        };

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
