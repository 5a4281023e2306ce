namespace Mlops.Registry.Policies;

/// <summary>Judges what must be there besides evidence and approvals.</summary>
internal static class RequirementJudge
{
    internal static RuleResult Judge(RequirementRule rule, PolicyFacts facts)
    {
        var (isMet, message) = Judge(rule.Requirement, facts);
        return new(rule.Id, rule.Mode, isMet ? RuleOutcome.Met : RuleOutcome.NotMet, message, []);
    }

    private static (bool IsMet, string Message) Judge(PolicyRequirement requirement, PolicyFacts facts)
    {
        var version = facts.Version;
        var definition = version.Definition;
        return requirement switch
        {
            PolicyRequirement.RiskAssessed => version.Risk switch
            {
                null => (false, "The risk is not assessed. Assess it from declared factors."),
                { IsRefused: true } risk => (
                    false,
                    $"The assessment says that the use is prohibited: {string.Join(" ", risk.Refusals)}"
                ),
                { Tier: null } => (false, "The risk assessment names no tier. Assess it again."),
                { } risk => (true, $"The risk is assessed: {risk}."),
            },
            PolicyRequirement.ArtifactsPresent => Count(
                definition.Artifacts.Files.Count,
                "file in the artifact manifest",
                "Register a version with its files by SHA-256"
            ),
            PolicyRequirement.ArtifactsVerified => definition.Artifacts.Files.Count == 0
                ? (false, "There are no artifacts to verify. Register a version with its files by SHA-256.")
                : facts.ArtifactsVerified switch
                {
                    true => (true, "The stored artifacts match their digests."),
                    false => (
                        false,
                        "The stored artifacts are missing, or do not match their digests. Store them again from their source."
                    ),
                    null => (
                        false,
                        "Nobody read the stored artifacts. Give the registry an artifact store that has them."
                    ),
                },
            PolicyRequirement.Signature => definition.Signature is { Inputs.Count: > 0, Outputs.Count: > 0 } signature
                ? (
                    true,
                    FormattableString.Invariant(
                        $"The signature has {Words.Count(signature.Inputs.Count, "input")} and {Words.Count(signature.Outputs.Count, "output")}."
                    )
                )
                : (false, "Inputs or outputs are not declared. Register a version with its signature."),
            PolicyRequirement.LineageDataSets => Count(
                definition.Lineage.DataSets.Count,
                "data set in the lineage",
                "Register a version with the data sets it was made from"
            ),
            PolicyRequirement.DesignDecisions => Count(
                version.Decisions.Count,
                "design decision",
                "Record why features, algorithm and settings are as they are"
            ),
            PolicyRequirement.RiskRegister => facts.HasRiskRegister switch
            {
                true => (true, "The model has a risk register."),
                false => (false, "The model has no risk register. Set one."),
                null => (false, "Nobody looked for a risk register."),
            },
            _ => (false, $"{requirement} is no requirement that this build knows. Update it."),
        };
    }

    private static (bool IsMet, string Message) Count(int count, string what, string remedy) =>
        count > 0
            ? (true, FormattableString.Invariant($"There is at least one {what} ({count})."))
            : (false, $"There is no {what}. {remedy}.");
}
