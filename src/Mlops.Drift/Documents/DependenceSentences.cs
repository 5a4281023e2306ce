using Mlops.Drift.Dependence;
using Mlops.Reporting;

namespace Mlops.Drift.Documents;

/// <summary>Says what was made of rows that depend on each other.</summary>
internal static class DependenceSentences
{
    public static string Of(DriftReport report)
    {
        var dependence = report.Dependence;
        if (dependence.IsIndependent)
        {
            return "Rows are taken to be independent of each other. Where they are not, as in days that follow each other, less can be told than the intervals say: give the column of the time or of the entity its role.";
        }

        var worst = report
            .Columns.Select(column =>
                (column.Name, Effect: column.Component(ComponentKind.Value)?.Test.Options.DesignEffect ?? 1)
            )
            .OrderByDescending(pair => pair.Effect)
            .FirstOrDefault();
        var blocks =
            dependence.By == BlockPlan.ByTime
                ? "Rows that are near in time are alike"
                : $"Rows with the same {dependence.By} are alike";
        var price =
            worst.Effect < 1.05
                ? "hardly more than independent rows would be, so they tell as much"
                : $"so they tell less: in {worst.Name}, {ReportFormat.Number(worst.Effect, 1)} rows tell as much as one independent row, and intervals are wider for it";
        var borrowed = dependence.IsBorrowed
            ? " The current data are too few blocks to show it themselves; the reference's correlation was used for them."
            : "";
        return $"{blocks}, {price}.{borrowed}";
    }
}
