using Mlops.Data;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Documents;

/// <summary>What the model puts out and what it is to predict: said first, because it matters most.</summary>
internal static class OutcomeSection
{
    public static IEnumerable<ReportBlock> Of(DriftReport report)
    {
        List<ColumnDrift> outcomes =
        [
            .. report.ColumnsOf(ColumnRole.Prediction),
            .. report.ColumnsOf(ColumnRole.Label),
        ];
        if (outcomes.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "Predictions and labels");
        yield return new TableBlock(
            "What the model predicts, and what it is to predict; each role is judged as a family of its own.",
            [new("column"), new("role"), new("verdict"), new("effect", true), new("what moved")],
            [
                .. outcomes.Select(column =>
                    (IReadOnlyList<TableCell>)
                        [
                            column.Name,
                            column.Role == ColumnRole.Label ? "label" : "prediction",
                            new TableCell("", column.Verdict),
                            double.IsNaN(column.Effect) ? "" : ReportFormat.Fixed(column.Effect, 3),
                            Moved(column),
                        ]
                ),
            ]
        );
        string[] hints = [.. Hints(report)];
        if (hints.Length > 0)
        {
            yield return new ListBlock(hints);
        }
    }

    private static string Moved(ColumnDrift column)
    {
        var (before, now) = (column.Reference, column.Current);
        if (double.IsFinite(before.Mean) && double.IsFinite(now.Mean))
        {
            var isProbability = column.Role == ColumnRole.Prediction && IsProbability(before) && IsProbability(now);
            return $"The mean {(isProbability ? "predicted probability " : "")}went from {ReportFormat.Number(before.Mean)} to {ReportFormat.Number(now.Mean)}.";
        }

        if (column.Status != ResultStatus.Ok || column.Bins.Count == 0)
        {
            return column.Reason;
        }

        // What one class gains others lose; of two classes the gain is said.
        var most = column.Bins.MaxBy(bin => bin.CurrentShare - bin.ReferenceShare);
        return most.CurrentShare == most.ReferenceShare
            ? "No share has changed."
            : $"The share of “{most.Label}” went from {ReportFormat.Percent(most.ReferenceShare)} to {ReportFormat.Percent(most.CurrentShare)}.";
    }

    private static bool IsProbability(ColumnSummary side) => side is { Minimum: >= 0, Maximum: <= 1 };

    // Each hint is a way in which the families can disagree, and where to look then; none is a proof.
    private static IEnumerable<string> Hints(DriftReport report)
    {
        var (features, predictions, labels) = (
            Overall(report, ColumnRole.Feature),
            Overall(report, ColumnRole.Prediction),
            Overall(report, ColumnRole.Label)
        );
        if (predictions == Verdict.Fail && features is Verdict.Pass or Verdict.Inconclusive)
        {
            yield return "Predictions moved though no feature surely did: look for another version of the model or of its preprocessing, for features that moved together though each alone did not, and for inputs that are not in this table.";
        }

        if (predictions == Verdict.Fail && features == Verdict.Fail)
        {
            yield return "Predictions moved, and features did too: if the label behaves as before given the features, the model may still be right. Decompose the shift when labels arrive.";
        }

        if (predictions == Verdict.Pass && features == Verdict.Fail)
        {
            yield return "Features moved and predictions did not: the model may not rest on those features, or may not respond to what is new in them.";
        }

        if (labels == Verdict.Fail && predictions == Verdict.Pass)
        {
            yield return "The label moved and predictions did not follow: check the model's performance and calibration on these rows.";
        }

        if (labels == Verdict.Pass && predictions == Verdict.Fail)
        {
            yield return "Predictions moved and the label did not: the model is likely to be biased on these rows; check its calibration.";
        }
    }

    private static Verdict? Overall(DriftReport report, ColumnRole role)
    {
        var columns = report.ColumnsOf(role);
        return columns.Count == 0 ? null
            : columns.Any(column => column.Verdict == Verdict.Fail) ? Verdict.Fail
            : columns.All(column => column.Verdict == Verdict.Pass) ? Verdict.Pass
            : Verdict.Inconclusive;
    }
}
