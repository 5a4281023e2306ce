using Mlops.Reporting;

namespace Mlops.Drift.Presets.Documents;

/// <summary>A column's outcome in words.</summary>
internal static class PresetWords
{
    public static Verdict VerdictOf(PresetColumn column) =>
        column.IsDetected ? Verdict.Fail
        : column.Status == ResultStatus.Ok && IsDecidable(column) ? Verdict.Pass
        : Verdict.Inconclusive;

    public static string Condition(PresetColumn column) =>
        IsDecidable(column) && !double.IsNaN(column.Threshold)
            ? $"{Sign(column.Method.Rule)} {ReportFormat.Number(column.Threshold)}"
            : "";

    public static string Sentence(PresetColumn column)
    {
        if (column.Status != ResultStatus.Ok)
        {
            return $"No score: {column.Reason}.";
        }

        var score = $"{column.Method.Name} {ReportFormat.Number(column.Score)}";
        var chunks = column.Chunks.Count == 0 ? "" : $" on the worst of {column.Chunks.Count} chunks";
        return IsDecidable(column) && !double.IsNaN(column.Threshold)
            ? $"{score}{chunks}; drift is {Condition(column)}."
            : $"{score}{chunks}.";
    }

    private static bool IsDecidable(PresetColumn column) =>
        column.Method.Rule != PresetRule.None
        && (
            !double.IsNaN(column.Threshold)
            || column.Chunks.Count > 0 && column.Chunks.Any(chunk => chunk.Status == ResultStatus.Ok)
        );

    private static string Sign(PresetRule rule) =>
        rule switch
        {
            PresetRule.Below => "<",
            PresetRule.AtMost => "≤",
            PresetRule.Above => ">",
            _ => "≥",
        };
}
