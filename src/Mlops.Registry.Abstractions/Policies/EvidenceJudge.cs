using Mlops.Registry.Governance;
using Mlops.Registry.Models;

namespace Mlops.Registry.Policies;

/// <summary>Judges rules on evidence.</summary>
internal static class EvidenceJudge
{
    internal static RuleResult Judge(EvidenceRule rule, PolicyFacts facts)
    {
        var latest = EvidenceLedger.Latest(facts.Version, rule.Kind);
        var (outcome, message) = Judge(rule, latest, facts);
        return new(rule.Id, rule.Mode, outcome, message, [.. latest.Select(item => item.Statement.Digest)]);
    }

    private static (RuleOutcome Outcome, string Message) Judge(
        EvidenceRule rule,
        IReadOnlyList<AttachedEvidence> latest,
        PolicyFacts facts
    )
    {
        if (latest.Count == 0)
        {
            return (RuleOutcome.NotMet, $"There is no evidence of {rule.Kind}. {Wanted(rule)}");
        }

        // What speaks against the version does so whatever its subjects are; what speaks for it must speak about it.
        var bound = rule.IsBound ? EvidenceLedger.Latest(facts.Version, rule.Kind, boundOnly: true) : latest;
        var refused = latest.Concat(bound).FirstOrDefault(item => !rule.Verdicts.Contains(item.Statement.Verdict));
        if (refused is not null)
        {
            return (
                RuleOutcome.NotMet,
                $"The latest evidence of {refused.Statement.Kind}, of {Date(refused)}, says {refused.Statement.Verdict}. {Wanted(rule)}"
            );
        }

        if (bound.Count == 0)
        {
            return (
                RuleOutcome.NotMet,
                $"The evidence of {latest[0].Statement.Kind}, of {Date(latest[0])}, does not speak about {facts.Version.Key}: none of its subjects is a data set of its lineage, its artifacts or its definition, by digest. {Wanted(rule)}"
            );
        }

        var newest = bound.MaxBy(item => item.FreshSince())!;
        if (!IsFresh(rule, newest, facts.At))
        {
            return (
                RuleOutcome.NotMet,
                $"The latest evidence of {newest.Statement.Kind} is of {Date(newest)}, and too old at {ApprovalEvaluator.Text(facts.At)}. {Wanted(rule)}"
            );
        }

        return (
            RuleOutcome.Met,
            $"The latest evidence of {newest.Statement.Kind}, of {Date(newest)}, says {newest.Statement.Verdict}."
        );
    }

    internal static bool IsFresh(EvidenceRule rule, AttachedEvidence item, DateTimeOffset at) =>
        rule.MaximumAge is not { } age || at - item.FreshSince() <= age;

    private static string Wanted(EvidenceRule rule)
    {
        var age = rule.MaximumAge is { } longest ? $", at most {PolicyDuration.InWords(longest)} old" : "";
        var bound = rule.IsBound ? ", about this version" : "";
        return $"Attach evidence of {rule.Kind} that says {string.Join(" or ", rule.Verdicts)}{age}{bound}.";
    }

    private static string Date(AttachedEvidence item) => ApprovalEvaluator.Text(item.FreshSince());
}
