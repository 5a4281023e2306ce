using Mlops.Registry.Policies;
using Spectre.Console;

namespace Mlops.Cli.Registry.Views;

/// <summary>What a policy says to a step, rule by rule.</summary>
internal static class RuleTable
{
    /// <summary>The rules that speak about the step; the unmet first.</summary>
    public static void Write(RegistryConsole console, PolicyDecision decision)
    {
        var rules = decision
            .Rules.Where(rule => rule.Outcome != RuleOutcome.NotApplicable)
            .OrderBy(rule => rule.Outcome == RuleOutcome.Met ? 3 : 2 - (int)rule.Mode)
            .Select(rule =>
                (IReadOnlyList<string>)[Mark(rule), Markup.Escape(Name(rule.Rule)), Markup.Escape(rule.Message)]
            )
            .ToList();
        if (rules.Count > 0)
        {
            console.Table(["|", "Rule", "What it says"], rules);
        }
    }

    /// <summary>How many of the rules are met, and how many stand in the way.</summary>
    public static string Sum(PolicyDecision decision)
    {
        var judged = decision.Rules.Where(rule => rule.Outcome != RuleOutcome.NotApplicable).ToList();
        var unmet = decision.Unmet(RuleMode.Enforce).Count();
        var warned = decision.Unmet(RuleMode.Warn).Count();
        var met = judged.Count(rule => rule.Outcome == RuleOutcome.Met);
        var text = $"{met} of {Words.Count(judged.Count, "rule")} met";
        return text + (unmet > 0 ? $", {unmet} in the way" : "") + (warned > 0 ? $", {warned} warned of" : "");
    }

    private static string Mark(RuleResult rule) =>
        (rule.Outcome, rule.Mode) switch
        {
            (RuleOutcome.Met, _) => "[green]✓[/]",
            (_, RuleMode.Enforce) => "[bold red]✗[/]",
            (_, RuleMode.Warn) => "[yellow]! warn[/]",
            _ => "[grey]· observe[/]",
        };

    // The family of a rule is plain from its name.
    private static string Name(string rule) =>
        rule.StartsWith("requirement.", StringComparison.Ordinal) ? rule["requirement.".Length..]
        : rule.StartsWith("evidence.", StringComparison.Ordinal) ? rule["evidence.".Length..]
        : rule.StartsWith("approvals.", StringComparison.Ordinal) ? $"approval as {rule["approvals.".Length..]}"
        : rule;
}
