using Mlops.Registry.Stages;

namespace Mlops.Registry.Policies;

/// <summary>That something besides evidence and approvals must be there.</summary>
/// <param name="Requirement">What must be there.</param>
/// <param name="Mode">What comes of it when it is not.</param>
public sealed record RequirementRule(PolicyRequirement Requirement, RuleMode Mode = RuleMode.Enforce)
{
    /// <summary>The stages before which it is judged.</summary>
    /// <value>Active for <see cref="PolicyRequirement.ArtifactsVerified"/>, because only then they are read; otherwise Approved and Active.</value>
    /// <exception cref="ArgumentException">It is empty, names a stage twice, or one before which no policy judges.</exception>
    public IReadOnlyList<Stage> At
    {
        get;
        init => field = JudgedStages.Checked(value, nameof(At));
    } = Requirement == PolicyRequirement.ArtifactsVerified ? [Stage.Active] : JudgedStages.Usual;

    /// <summary>The rule's id: <c>requirement.signature</c>.</summary>
    public string Id =>
        Requirement switch
        {
            PolicyRequirement.RiskAssessed => "requirement.risk-assessed",
            PolicyRequirement.ArtifactsPresent => "requirement.artifacts-present",
            PolicyRequirement.ArtifactsVerified => "requirement.artifacts-verified",
            PolicyRequirement.Signature => "requirement.signature",
            PolicyRequirement.LineageDataSets => "requirement.lineage-data-sets",
            PolicyRequirement.DesignDecisions => "requirement.design-decisions",
            PolicyRequirement.RiskRegister => "requirement.risk-register",
            _ => throw new InvalidOperationException($"{Requirement} is no requirement."),
        };
}
