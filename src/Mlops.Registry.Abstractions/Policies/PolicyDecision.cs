using System.Text.Json.Serialization;

namespace Mlops.Registry.Policies;

/// <summary>What a policy said about a step, rule by rule.</summary>
/// <param name="Policy">The policy, as <c>name@version</c>.</param>
/// <param name="Tier">The risk tier by which it judged; <c>unassessed</c> and <c>prohibited</c>, a use for which the assessment gives no tier, count as high.</param>
/// <param name="Rules">What each rule said, in the policy's order.</param>
public sealed record PolicyDecision(string Policy, string Tier, IReadOnlyList<RuleResult> Rules)
{
    /// <summary>Whether the step may be taken: no enforced rule is unmet.</summary>
    [JsonIgnore]
    public bool IsAllowed => !Unmet(RuleMode.Enforce).Any();

    /// <summary>The rules of a mode that are not met.</summary>
    /// <param name="mode">The mode.</param>
    public IEnumerable<RuleResult> Unmet(RuleMode mode) =>
        Rules.Where(rule => rule.Outcome == RuleOutcome.NotMet && rule.Mode == mode);

    /// <summary>What it said, in a sentence.</summary>
    public override string ToString()
    {
        var unmet = Unmet(RuleMode.Enforce).Select(rule => $"{rule.Rule}: {rule.Message}").ToList();
        return unmet.Count == 0
            ? $"{Policy} (tier {Tier}) allows it."
            : $"{Policy} (tier {Tier}) refuses it. {string.Join(" ", unmet)}";
    }
}
