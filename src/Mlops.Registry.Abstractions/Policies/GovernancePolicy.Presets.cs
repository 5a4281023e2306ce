using Mlops.Registry.Access;

namespace Mlops.Registry.Policies;

public sealed partial record GovernancePolicy
{
    /// <summary>A policy to begin with: every rule is enforced, and more is asked the higher the risk.</summary>
    /// <remarks>
    /// <list type="table">
    /// <item><term>All tiers</term><description>Risk assessed; artifacts present, and verified before Active; author and contributors can't approve.</description></item>
    /// <item><term>Low</term><description>One validator; approvals count for 730 days.</description></item>
    /// <item><term>Moderate</term><description>Also the signature and data sets; a drift report that passed, at most 180 days old; approvals count, and reviews are due, each 365 days.</description></item>
    /// <item><term>High, and not assessed</term><description>Also design decisions and a risk register; a risk officer besides the validator; a drift report and evidence on fairness that passed, each at most 90 days old; who approves does not activate; reviews each 180 days.</description></item>
    /// </list>
    /// The durations are this library's choice: SR 26-2 (2026) prescribes none, and SR 11-7's yearly review is no longer in force.
    /// </remarks>
    public static GovernancePolicy Default { get; } =
        new()
        {
            Name = "default",
            Description = "Evidence, approvals and reviews by risk tier; every rule is enforced.",
            Low = new()
            {
                Requirements = Require(
                    PolicyRequirement.RiskAssessed,
                    PolicyRequirement.ArtifactsPresent,
                    PolicyRequirement.ArtifactsVerified
                ),
                Approvals = [new(RegistryRole.Validator)],
                SeparationOfDuties = RuleMode.Enforce,
                ApprovalValidity = new(TimeSpan.FromDays(730)),
            },
            Moderate = new()
            {
                Requirements = Require(
                    PolicyRequirement.RiskAssessed,
                    PolicyRequirement.ArtifactsPresent,
                    PolicyRequirement.ArtifactsVerified,
                    PolicyRequirement.Signature,
                    PolicyRequirement.LineageDataSets
                ),
                Evidence = [new("mlops.drift.report") { MaximumAge = TimeSpan.FromDays(180) }],
                Approvals = [new(RegistryRole.Validator)],
                SeparationOfDuties = RuleMode.Enforce,
                ApprovalValidity = new(TimeSpan.FromDays(365)),
                Review = new(TimeSpan.FromDays(365)),
            },
            High = new()
            {
                Requirements = Require(
                    PolicyRequirement.RiskAssessed,
                    PolicyRequirement.ArtifactsPresent,
                    PolicyRequirement.ArtifactsVerified,
                    PolicyRequirement.Signature,
                    PolicyRequirement.LineageDataSets,
                    PolicyRequirement.DesignDecisions,
                    PolicyRequirement.RiskRegister
                ),
                Evidence =
                [
                    new("mlops.drift.report") { MaximumAge = TimeSpan.FromDays(90) },
                    new("mlops.fairness.*") { MaximumAge = TimeSpan.FromDays(90) },
                ],
                Approvals = [new(RegistryRole.Validator), new(RegistryRole.RiskOfficer)],
                SeparationOfDuties = RuleMode.Enforce,
                SeparationOfActivation = RuleMode.Enforce,
                ApprovalValidity = new(TimeSpan.FromDays(365)),
                Review = new(TimeSpan.FromDays(180)),
            },
        };

    /// <summary>The rules of <see cref="Default"/>, each only observed: for the first day of an estate that is in use already.</summary>
    public static GovernancePolicy Observe { get; } =
        Default.WithMode(RuleMode.Observe) with
        {
            Name = "observe",
            Description = "The rules of the default policy, each only observed: nothing is refused.",
        };

    private static List<RequirementRule> Require(params ReadOnlySpan<PolicyRequirement> requirements)
    {
        var rules = new List<RequirementRule>();
        foreach (var requirement in requirements)
        {
            rules.Add(new(requirement));
        }

        return rules;
    }
}
