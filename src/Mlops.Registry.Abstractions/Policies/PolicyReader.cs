using Mlops.Registry.Stages;

namespace Mlops.Registry.Policies;

/// <summary>Reads a policy from JSON: what may be left out has its default, what is unknown is an error.</summary>
internal static class PolicyReader
{
    internal static GovernancePolicy Read(PolicyElement element)
    {
        var parts = element.Object("name", "version", "description", "fairnessKinds", "low", "moderate", "high");
        return element.Make(() =>
        {
            var policy = new GovernancePolicy
            {
                Name = element.Required(parts, "name", "the policy's name").Text(),
                Low = Tier(element.Required(parts, "low", "what the policy asks of low risk")),
                Moderate = Tier(element.Required(parts, "moderate", "what the policy asks of moderate risk")),
                High = Tier(element.Required(parts, "high", "what the policy asks of high risk")),
            };
            if (parts.TryGetValue("version", out var version))
            {
                policy = policy with { Version = version.Integer(0, int.MaxValue) };
            }

            if (parts.TryGetValue("description", out var description))
            {
                policy = policy with { Description = description.Text() };
            }

            return parts.TryGetValue("fairnessKinds", out var kinds)
                ? kinds.Make(() => policy with { FairnessKinds = kinds.List(kind => kind.Text()) })
                : policy;
        });
    }

    private static TierPolicy Tier(PolicyElement element)
    {
        var parts = element.Object(
            "requirements",
            "evidence",
            "approvals",
            "distinctApprovers",
            "separationOfDuties",
            "separationOfActivation",
            "approvalValidity",
            "review"
        );
        return element.Make(() =>
            new TierPolicy
            {
                Requirements = parts.TryGetValue("requirements", out var requirements)
                    ? requirements.List(Requirement)
                    : [],
                Evidence = parts.TryGetValue("evidence", out var evidence) ? evidence.List(Evidence) : [],
                Approvals = parts.TryGetValue("approvals", out var approvals) ? approvals.List(Approval) : [],
                DistinctApprovers = !parts.TryGetValue("distinctApprovers", out var distinct) || distinct.Flag(),
                SeparationOfDuties = parts.TryGetValue("separationOfDuties", out var duties)
                    ? duties.Name<RuleMode>()
                    : null,
                SeparationOfActivation = parts.TryGetValue("separationOfActivation", out var activation)
                    ? activation.Name<RuleMode>()
                    : null,
                ApprovalValidity = parts.TryGetValue("approvalValidity", out var validity) ? Validity(validity) : null,
                Review = parts.TryGetValue("review", out var review) ? Review(review) : null,
            }
        );
    }

    private static RequirementRule Requirement(PolicyElement element)
    {
        var parts = element.Object("requirement", "at", "mode");
        var rule = new RequirementRule(
            element.Required(parts, "requirement", "what is required").Name<PolicyRequirement>(),
            Mode(parts)
        );
        return parts.TryGetValue("at", out var at) ? at.Make(() => rule with { At = Stages(at) }) : rule;
    }

    private static EvidenceRule Evidence(PolicyElement element)
    {
        var parts = element.Object("kind", "maximumAge", "verdicts", "isBound", "at", "mode");
        return element.Make(() =>
        {
            var kind = element.Required(parts, "kind", "the kind of evidence").Text();
            var rule = new EvidenceRule(kind, Mode(parts))
            {
                MaximumAge = parts.TryGetValue("maximumAge", out var age) ? age.Duration() : null,
                IsBound = parts.TryGetValue("isBound", out var isBound) && isBound.Flag(),
            };
            if (parts.TryGetValue("verdicts", out var verdicts))
            {
                rule = verdicts.Make(() => rule with { Verdicts = verdicts.List(item => item.Name<Verdict>()) });
            }

            return parts.TryGetValue("at", out var at) ? at.Make(() => rule with { At = Stages(at) }) : rule;
        });
    }

    private static ApprovalRule Approval(PolicyElement element)
    {
        var parts = element.Object("role", "count", "mode");
        return element.Make(() =>
            new ApprovalRule(
                element.Required(parts, "role", "the role that approves").Text(),
                parts.TryGetValue("count", out var count) ? count.Integer(1, ApprovalRule.MaximumCount) : 1,
                Mode(parts)
            )
        );
    }

    private static ValidityRule Validity(PolicyElement element)
    {
        var parts = element.Object("duration", "mode");
        return new(element.Required(parts, "duration", PolicyDuration.Expected).Duration(), Mode(parts));
    }

    private static ReviewRule Review(PolicyElement element)
    {
        var parts = element.Object("every", "mode");
        return new(element.Required(parts, "every", PolicyDuration.Expected).Duration(), Mode(parts));
    }

    // A rule that somebody wrote is meant, unless they say otherwise.
    private static RuleMode Mode(Dictionary<string, PolicyElement> parts) =>
        parts.TryGetValue("mode", out var mode) ? mode.Name<RuleMode>() : RuleMode.Enforce;

    private static IReadOnlyList<Stage> Stages(PolicyElement element) => element.List(item => item.Name<Stage>());
}
