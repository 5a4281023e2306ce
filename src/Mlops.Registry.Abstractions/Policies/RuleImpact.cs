namespace Mlops.Registry.Policies;

/// <summary>How often a rule of a policy on trial was not met.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="RefusedCount">In how many steps, with the rule enforced.</param>
/// <param name="NewlyRefusedCount">In how many of them the step had been allowed.</param>
/// <param name="WarnedCount">In how many steps, with the rule warned of.</param>
/// <param name="ObservedCount">In how many steps, with the rule observed.</param>
public sealed record RuleImpact(
    string Rule,
    int RefusedCount,
    int NewlyRefusedCount,
    int WarnedCount,
    int ObservedCount
);
