using Mlops;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;

namespace GovernedModel;

/// <summary>What people declare and decide about the model, in one place.</summary>
internal static class Records
{
    public static RiskFactors Factors { get; } =
        new(
            new(FactorLevel.Medium, "finances of natural persons, no health data"),
            new(FactorLevel.High, "a wrong refusal keeps somebody from credit"),
            new(FactorLevel.Low, "a logistic regression of two dozen terms"),
            new(FactorLevel.Medium, "all applications of one country; a clerk decides")
        );

    /// <summary>Creditworthiness is point 5(b) of the EU AI Act's Annex III.</summary>
    public static RiskContext Context { get; } =
        new() { ProfilesNaturalPersons = true, AnnexThreeUses = [AnnexThreeArea.EssentialServices] };

    public static IReadOnlyList<DesignDecision> Decisions(Candidate candidate) =>
        [
            new(
                DecisionKind.Algorithm,
                "model",
                "logistic regression with a ridge",
                "Each weight can be read and defended before a customer.",
                ["boosted trees: 0.01 more AUC in the literature, and no weights to read"]
            ),
            new(
                DecisionKind.Feature,
                "columns",
                candidate.Name,
                "Age and marital status are protected in lending; what leaving them out costs is measured.",
                ["all columns", "without age and marital status"]
            ),
            new(
                DecisionKind.Oversight,
                "decision",
                "a clerk decides",
                "The score is advice; clerks may overrule it, and how often they do is watched.",
                []
            ),
        ];

    public static RiskRegister RiskRegister { get; } =
        new()
        {
            Subject = "credit",
            Hazards =
            [
                new Hazard
                {
                    Id = "H-1",
                    Description = "The score stands in for a protected attribute.",
                    Situation = "Applicants of a small group are scored low for what correlates with the group.",
                    Harm = "Credit is refused to people who would have paid it back.",
                    Initial = new(HazardLikelihood.Probable, HazardSeverity.Serious),
                    Controls =
                    [
                        new(
                            RiskControlKind.InherentlySafeDesign,
                            "Age and marital status are left out.",
                            "Fairness evidence of each version."
                        ),
                        new(
                            RiskControlKind.ProtectiveMeasure,
                            "A clerk decides.",
                            "Monthly review of overruled answers."
                        ),
                    ],
                    Residual = new(HazardLikelihood.Remote, HazardSeverity.Serious),
                    BenefitRiskRationale = "Without the score, clerks decide alone, and less evenly.",
                    Owner = "rita",
                    Monitor = SelectionRates.Kind,
                    Status = HazardStatus.Controlled,
                },
                new Hazard
                {
                    Id = "H-2",
                    Description = "The applicants of tomorrow are not those of the data.",
                    Situation = "Prices or the economy change, and the weights no longer fit.",
                    Harm = "Too much credit is granted, or too little.",
                    Initial = new(HazardLikelihood.Occasional, HazardSeverity.Serious),
                    Controls =
                    [
                        new(
                            RiskControlKind.ProtectiveMeasure,
                            "Drift is watched monthly.",
                            "The report of each month."
                        ),
                    ],
                    Residual = new(HazardLikelihood.Remote, HazardSeverity.Minor),
                    Owner = "otto",
                    Monitor = "mlops.drift.report",
                    Status = HazardStatus.Controlled,
                },
            ],
            OverallEvaluation = "Acceptable while a clerk decides and fairness is measured anew with each version.",
        };

    /// <summary>The policy with one rule loosened and one tightened: what the committee decided about groups too small to judge.</summary>
    public static GovernancePolicy WithSmallGroups(GovernancePolicy policy) =>
        policy with
        {
            Description =
                "As before; on fairness, groups too small to judge do not refuse a version, and reviews are due each 90 days.",
            High = policy.High with
            {
                Evidence =
                [
                    .. policy.High.Evidence.Select(rule =>
                        rule.Kind == "mlops.fairness.*"
                            ? rule with
                            {
                                Verdicts = [Verdict.Pass, Verdict.Inconclusive],
                            }
                            : rule
                    ),
                ],
                Review = new ReviewRule(TimeSpan.FromDays(90)),
            },
        };
}
