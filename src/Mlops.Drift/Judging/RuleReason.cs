using Mlops.Drift.Detection;
using Mlops.Reporting;

namespace Mlops.Drift.Judging;

/// <summary>Says what a classical test decided, where it is the rule.</summary>
internal static class RuleReason
{
    public static string Failed(ColumnEvidence evidence) => $"{Numbers(evidence)}: a change, by the rule.";

    public static string Passed(ColumnEvidence evidence) =>
        evidence.Deciding is { Status: ResultStatus.Ok }
            ? $"{Numbers(evidence)}: no change was detected, which is not the same as none."
            : "The rule's test has no answer for these values; nothing else has changed.";

    public static string Undecided(ColumnEvidence evidence) =>
        evidence.Deciding switch
        {
            { Status: ResultStatus.Ok, Precision: TestPrecision.Optimistic } =>
                $"{Numbers(evidence)}, which would be for independent rows; these depend on each other, so it may be chance.",
            { Status: ResultStatus.Ok } =>
                $"{Numbers(evidence)}, and only a bound of it is known: keep the values, or profile with the baseline's bins, to tell.",
            { Status: ResultStatus.TooFewRows } => "The rule's test has too few rows, or too few periods, to answer.",
            _ =>
                "The rule's test needs the values of both sides, and they are not there: compare data sets, and save the baseline with its values.",
        };

    private static string Numbers(ColumnEvidence evidence)
    {
        var test = evidence.Deciding!;
        var entry = ColumnTestCatalogue.Find(test.Id)!;
        var threshold = ReportFormat.Number(evidence.Rule.Threshold);
        return entry.HasPValue
            ? $"{entry.Name}: {entry.StatisticName} {ReportFormat.Number(test.Statistic, 3)}, adjusted p {ReportFormat.PValue(test.AdjustedPValue)} where {threshold} is the level"
            : $"{entry.Name} {ReportFormat.Number(test.Statistic, 3)} where {threshold} is the threshold";
    }
}
