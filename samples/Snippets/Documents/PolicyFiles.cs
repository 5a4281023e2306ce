using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;

namespace Snippets.Documents;

internal static class PolicyFiles
{
    public static void Parse()
    {
        // <snippet: Parse>
        var policy = GovernancePolicy.Parse(
            """
            {
              "name": "lending",
              "description": "Models that decide about credit.",
              "fairnessKinds": ["mlops.fairness.*"],
              "low": {
                "requirements": [{ "requirement": "riskAssessed" }, { "requirement": "artifactsVerified" }],
                "approvals": [{ "role": "validator" }],
                "separationOfDuties": "enforce"
              },
              "moderate": {
                "requirements": [{ "requirement": "riskAssessed" }, { "requirement": "artifactsVerified" }],
                "evidence": [{ "kind": "mlops.drift.report", "maximumAge": "180d" }],
                "approvals": [{ "role": "validator" }],
                "separationOfDuties": "enforce",
                "approvalValidity": { "duration": "365d" }
              },
              "high": {
                "requirements": [
                  { "requirement": "riskAssessed" },
                  { "requirement": "artifactsPresent" },
                  { "requirement": "artifactsVerified", "at": ["active"] },
                  { "requirement": "signature", "mode": "warn" },
                  { "requirement": "lineageDataSets" },
                  { "requirement": "designDecisions" },
                  { "requirement": "riskRegister" }
                ],
                "evidence": [
                  { "kind": "mlops.drift.report", "maximumAge": "P90D", "isBound": true },
                  { "kind": "mlops.fairness.*", "verdicts": ["pass", "inconclusive"], "at": ["approved", "active"] }
                ],
                "approvals": [{ "role": "validator", "count": 2 }, { "role": "risk-officer" }],
                "distinctApprovers": true,
                "separationOfDuties": "enforce",
                "separationOfActivation": "enforce",
                "approvalValidity": { "duration": "365d", "mode": "enforce" },
                "review": { "every": "180d", "mode": "warn" }
              }
            }
            """
        );
        Console.WriteLine(
            $"{policy.Name}: {policy.High.Approvals.Sum(rule => rule.Count)} people approve at high risk"
        );
        // </snippet>
    }

    public static void Wrong()
    {
        // <snippet: Wrong>
        try
        {
            GovernancePolicy.Parse("""{ "name": "lending", "low": { "aprovals": [] }, "moderate": {}, "high": {} }""");
        }
        catch (FormatException error)
        {
            Console.WriteLine(error.Message);
        }
        // </snippet>
    }

    public static async Task Adopt()
    {
        await using var house = await House.OpenAsync(activeVersions: 2);
        var (adam, otto) = (house.Administrator, house.Operator);
        // <snippet: Adopt>
        // On the first day nothing is refused, and everything is written down.
        await adam.AddPolicyAsync(GovernancePolicy.Observe with { Name = "default" }, "The estate is in use already.");

        // Later: what would a stricter rule have refused?
        var stricter = GovernancePolicy.Default with
        {
            Low = GovernancePolicy.Default.Low with { Evidence = [new EvidenceRule("mlops.drift.report")] },
        };
        var trial = await adam.TryPolicyAsync(stricter, "credit");
        Console.WriteLine($"{trial.NewlyRefusedCount} of {trial.Steps.Count} steps that were allowed would be refused");
        foreach (var rule in trial.Rules)
        {
            Console.WriteLine($"{rule.Rule}: {rule.RefusedCount}");
        }

        // Told to everybody first, and enforced when nobody is surprised.
        await adam.AddPolicyAsync(stricter.WithMode(RuleMode.Warn), "For a month.");
        var added = await adam.AddPolicyAsync(stricter, "The month is over.");
        Console.WriteLine(added.Reference);
        // </snippet>

        _ = await otto.CheckAsync(new VersionKey("credit", 1), Stage.Active);
    }

    public static void Tier()
    {
        // <snippet: Tier>
        var assessment = RiskRule.Default.Assess(
            RiskFactors.Of(
                dataSensitivity: FactorLevel.High,
                businessImpact: FactorLevel.High,
                modelComplexity: FactorLevel.Low,
                deploymentScope: FactorLevel.Low
            ),
            new RiskContext()
        );
        Console.WriteLine(assessment.Explain());
        // </snippet>
    }
}
