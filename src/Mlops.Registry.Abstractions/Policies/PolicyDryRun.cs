using System.Text;
using System.Text.Json.Serialization;

namespace Mlops.Registry.Policies;

/// <summary>What a policy would have decided about the steps of the past; nothing is changed by it.</summary>
/// <param name="Policy">The policy on trial, as <c>name@version</c>.</param>
/// <param name="Steps">The steps, in the order in which they were given.</param>
/// <param name="Rules">The rules that were not met at least once, the one that refuses most first.</param>
public sealed record PolicyDryRun(string Policy, IReadOnlyList<DryRunStep> Steps, IReadOnlyList<RuleImpact> Rules)
{
    /// <summary>How many steps it would allow.</summary>
    [JsonIgnore]
    public int AllowedCount => Steps.Count(step => step.Decision.IsAllowed);

    /// <summary>How many steps it would refuse.</summary>
    [JsonIgnore]
    public int RefusedCount => Steps.Count - AllowedCount;

    /// <summary>How many steps it would refuse that were allowed.</summary>
    [JsonIgnore]
    public int NewlyRefusedCount => Steps.Count(step => step.IsNewlyRefused);

    /// <summary>How many steps it would allow that were refused.</summary>
    [JsonIgnore]
    public int NewlyAllowedCount => Steps.Count(step => step.IsNewlyAllowed);

    /// <summary>Tries a policy on steps of the past.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="past">The steps.</param>
    public static PolicyDryRun Run(GovernancePolicy policy, IEnumerable<PastStep> past)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(past);
        var steps = new List<DryRunStep>();
        foreach (var step in past)
        {
            var facts = step.Facts;
            steps.Add(
                new(
                    step.Entry,
                    facts.Version.Key,
                    facts.From,
                    facts.To,
                    facts.At,
                    step.Taken.IsAllowed,
                    PolicyEvaluator.Evaluate(policy, facts)
                )
            );
        }

        return new(policy.Reference, steps, Impacts(steps));
    }

    /// <summary>The counts, the rules, and the steps that would be decided otherwise, each on a line.</summary>
    public override string ToString()
    {
        if (Steps.Count == 0)
        {
            return $"{Policy}: no past steps.";
        }

        var text = new StringBuilder(
            FormattableString.Invariant(
                $"{Policy}: of {Steps.Count} past steps it would allow {AllowedCount} and refuse {RefusedCount}; {NewlyRefusedCount} of those were allowed, and {NewlyAllowedCount} of the allowed were refused."
            )
        );
        foreach (var rule in Rules)
        {
            text.Append(
                FormattableString.Invariant(
                    $"\n  {rule.Rule}: refuses {rule.RefusedCount} ({rule.NewlyRefusedCount} newly), warns of {rule.WarnedCount}, observes {rule.ObservedCount}"
                )
            );
        }

        foreach (var step in Steps.Where(step => step.IsNewlyRefused || step.IsNewlyAllowed))
        {
            var why = step.IsNewlyRefused
                ? $"newly refused by {string.Join(", ", step.Decision.Unmet(RuleMode.Enforce).Select(rule => rule.Rule))}"
                : "newly allowed";
            text.Append(
                FormattableString.Invariant($"\n  entry {step.Entry}: {step.Version} {step.From} -> {step.To}: {why}")
            );
        }

        return text.ToString();
    }

    private static RuleImpact[] Impacts(List<DryRunStep> steps)
    {
        var unmet = steps.SelectMany(step =>
            step.Decision.Rules.Where(rule => rule.Outcome == RuleOutcome.NotMet)
                .Select(rule => (rule.Rule, rule.Mode, step.IsNewlyRefused))
        );
        return
        [
            .. unmet
                .GroupBy(item => item.Rule, StringComparer.Ordinal)
                .Select(group => new RuleImpact(
                    group.Key,
                    group.Count(item => item.Mode == RuleMode.Enforce),
                    group.Count(item => item.Mode == RuleMode.Enforce && item.IsNewlyRefused),
                    group.Count(item => item.Mode == RuleMode.Warn),
                    group.Count(item => item.Mode == RuleMode.Observe)
                ))
                .OrderByDescending(impact => impact.RefusedCount)
                .ThenBy(impact => impact.Rule, StringComparer.Ordinal),
        ];
    }
}
