using Mlops.Reporting.Checks;

namespace Mlops.Drift.Documents;

/// <summary>What a drift report asks of every column. The ids are what code hosts know an alert by: they never change.</summary>
internal static class DriftCheckRules
{
    public static CheckRule Structure { get; } =
        new(
            "drift/structure",
            "The column is there, with values of the reference's type that can be compared.",
            "The column is gone, of another type, or all missing or constant where the reference is not. That is more often a fault of the pipeline than a change of the world: repair the data first."
        );

    public static CheckRule Value { get; } =
        new(
            "drift/value",
            "The values are distributed as in the reference, up to the tolerated change.",
            "Where it fails, the Jensen-Shannon distance of the distributions is surely larger than what is tolerated: find out what changed, and check the model's performance on recent labels. Where it is inconclusive, more rows would settle it."
        );

    public static CheckRule Missingness { get; } =
        new(
            "drift/missingness",
            "As many values are missing as in the reference, up to the tolerated change.",
            "Where it fails, the share of missing values has surely changed by more than is tolerated: look at how the column is collected and joined. Where it is inconclusive, more rows would settle it."
        );

    public static CheckRule Novelty { get; } =
        new(
            "drift/novelty",
            "Few values are new to the reference: categories never seen, numbers outside its range.",
            "Where it fails, the model meets values that it has hardly learnt from: look for new categories, units and sources. Where it is inconclusive, more rows would settle it."
        );

    public static CheckRule Of(ComponentKind kind) =>
        kind switch
        {
            ComponentKind.Value => Value,
            ComponentKind.Missingness => Missingness,
            _ => Novelty,
        };
}
