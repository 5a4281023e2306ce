using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;

namespace Mlops.Cli.Registry.Views;

/// <summary>The commands that bring a version nearer to use: what the policy still misses, then the step from where it stands.</summary>
internal static class NextSteps
{
    private const int MostShown = 4;

    /// <summary>The commands.</summary>
    /// <param name="version">The version.</param>
    /// <param name="decision">What the policy would say to becoming active.</param>
    /// <param name="hasAlias">Whether an alias points to it already.</param>
    public static IReadOnlyList<string> Of(ModelVersion version, PolicyDecision decision, bool hasAlias = false)
    {
        var key = version.Key.ToString();
        if (version.Stage == Stage.Retired)
        {
            return [];
        }

        // What else is asked for depends on the tier.
        if (version.Risk is null && Meeting("requirement.risk-assessed", version) is { } assess)
        {
            return [assess];
        }

        var needed = decision
            .Unmet(RuleMode.Enforce)
            .Select(rule => Meeting(rule.Rule, version))
            .OfType<string>()
            .Distinct()
            .ToList();
        var missesApproval = decision
            .Unmet(RuleMode.Enforce)
            .Any(rule => rule.Rule.StartsWith("approvals.", StringComparison.Ordinal));
        var step = version.Stage switch
        {
            Stage.Draft => $"mlops registry transition {key} registered --reason TEXT",
            Stage.Registered or Stage.Rejected or Stage.RolledBack => $"mlops registry review {key} --reason TEXT",
            Stage.InReview => null,
            Stage.Active when hasAlias => null,
            Stage.Active => $"mlops registry alias {version.Key.Model} champion {version.Key.Number} --reason TEXT",
            Stage.Suspended or Stage.Superseded when missesApproval => $"mlops registry review {key} --reason TEXT",
            Stage.Approved => $"mlops registry transition {key} staged --reason TEXT",
            _ => $"mlops registry transition {key} active --reason TEXT",
        };

        // Approvals are given in a review; before one is open, to ask for it is the step.
        if (version.Stage is not (Stage.InReview or Stage.Approved or Stage.Staged or Stage.Active))
        {
            needed.RemoveAll(command => command.StartsWith("mlops registry approve", StringComparison.Ordinal));
        }

        var needsMore = needed.Count > 0;
        return step is null || (needsMore && version.Stage is Stage.Active)
            ? [.. needed.Take(MostShown)]
            : [.. needed.Take(MostShown - 1), step];
    }

    /// <summary>What meets a rule of the policy; <see langword="null"/> where no command does.</summary>
    public static string? Meeting(string rule, ModelVersion version)
    {
        var key = version.Key;
        return rule switch
        {
            "requirement.risk-assessed" =>
                $"mlops registry risk {key} --data-sensitivity LEVEL --business-impact LEVEL --model-complexity LEVEL --deployment-scope LEVEL --reason TEXT",
            "requirement.artifacts-present" or "requirement.signature" or "requirement.lineage-data-sets" =>
                $"mlops registry register {key.Model} --artifacts-from FOLDER --data NAME=FILE --signature FILE --parent {key} --reason TEXT",
            "requirement.design-decisions" =>
                $"mlops registry decision {key} --kind KIND --subject NAME --choice TEXT --reason TEXT",
            "requirement.risk-register" => $"mlops registry hazards {key.Model} FILE --reason TEXT",
            _ when rule.StartsWith("evidence.", StringComparison.Ordinal) =>
                $"mlops registry evidence {key} {EvidenceFile(rule["evidence.".Length..])}",
            _ when rule.StartsWith("approvals.", StringComparison.Ordinal) =>
                $"mlops registry approve {key} --role {rule["approvals.".Length..]} --ticket ID",
            _ => null,
        };
    }

    private static string EvidenceFile(string kind) =>
        kind switch
        {
            "mlops.drift.report" => "drift.json",
            "mlops.data.quality-report" or "mlops.data.exploration" => "quality.json",
            _ => "--statement FILE",
        };
}
