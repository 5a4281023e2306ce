using Mlops.Evidence;

namespace Mlops.Registry.Risk;

/// <summary>Finds the open points of a register.</summary>
internal static class RiskRegisterReview
{
    public static IReadOnlyList<Finding> Of(RiskRegister register)
    {
        ThrowIfAmbiguous(register);
        var findings = new List<Finding>();
        if (register.Hazards.Count == 0)
        {
            findings.Add(
                new Finding(
                    "risk.register.empty",
                    "",
                    Verdict.Inconclusive,
                    "No hazard was identified; every model has some."
                )
            );
        }

        foreach (var hazard in register.Hazards)
        {
            Review(register.Acceptability, hazard, findings);
        }

        if (register.Hazards.Count > 0 && string.IsNullOrWhiteSpace(register.OverallEvaluation))
        {
            findings.Add(
                new Finding(
                    "risk.register.not_evaluated",
                    "",
                    Verdict.Inconclusive,
                    "The overall residual risk was not evaluated; say in words whether the benefits outweigh it."
                )
            );
        }

        return findings.AsReadOnly();
    }

    public static Verdict Judge(IReadOnlyList<Finding> findings)
    {
        return findings.Any(finding => finding.Verdict == Verdict.Fail) ? Verdict.Fail
            : findings.Any(finding => finding.Verdict == Verdict.Inconclusive) ? Verdict.Inconclusive
            : Verdict.Pass;
    }

    private static void Review(RiskAcceptabilityMatrix acceptability, Hazard hazard, List<Finding> findings)
    {
        void Add(string code, Verdict? verdict, string message) =>
            findings.Add(new Finding($"risk.hazard.{code}", hazard.Id, verdict, message));

        // A risk that is acceptable as it is needs no control (ISO 14971, section 6).
        var needsControl = acceptability.Judge(hazard.Initial) != RiskAcceptability.Acceptable;
        if (needsControl && hazard.Controls.Count == 0)
        {
            Add("uncontrolled", Verdict.Inconclusive, $"'{hazard.Id}' has no control; its risk needs one.");
        }

        if (string.IsNullOrWhiteSpace(hazard.Owner))
        {
            Add("unowned", Verdict.Inconclusive, $"'{hazard.Id}' has no owner; name who answers for it.");
        }

        if (string.IsNullOrWhiteSpace(hazard.Monitor))
        {
            Add("unmonitored", null, $"'{hazard.Id}' has no monitor linked; nothing would tell that it happens.");
        }

        if (hazard.Residual is not { } residual)
        {
            Add("not_estimated", Verdict.Inconclusive, $"'{hazard.Id}' has no residual estimate.");
            return;
        }

        var judgement = acceptability.Judge(residual);
        if (judgement != RiskAcceptability.Acceptable && string.IsNullOrWhiteSpace(hazard.BenefitRiskRationale))
        {
            Add(
                "unaccepted",
                Verdict.Fail,
                $"'{hazard.Id}' has a residual risk ({residual}) that is not acceptable ({RiskWords.Of(judgement)}), and no rationale says why the benefit outweighs it."
            );
        }

        var isWorse = residual.Likelihood > hazard.Initial.Likelihood || residual.Severity > hazard.Initial.Severity;
        if (isWorse || (needsControl && !residual.IsLowerThan(hazard.Initial)))
        {
            Add(
                "not_lowered",
                Verdict.Fail,
                $"'{hazard.Id}' has a residual risk ({residual}) that is not lower than the initial one ({hazard.Initial})."
            );
        }
    }

    private static void ThrowIfAmbiguous(RiskRegister register)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hazard in register.Hazards)
        {
            if (!ids.Add(hazard.Id))
            {
                throw new InvalidOperationException(
                    $"Two hazards of '{register.Subject}' have the id '{hazard.Id}'; each needs its own."
                );
            }
        }
    }
}
