using System.Text.Json;
using Mlops.Evidence;
using Mlops.Registry.Risk;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Risk;

public sealed class RiskRegisterTests
{
    private static readonly Hazard Whole = new()
    {
        Id = "H1",
        Description = "scores drift",
        Situation = "the economy changes, and nobody retrains",
        Harm = "a loan refused without cause",
        Initial = new RiskEstimate(HazardLikelihood.Probable, HazardSeverity.Serious),
        Controls = [new RiskControl(RiskControlKind.ProtectiveMeasure, "a drift monitor", "tested on 2026-05-01")],
        Residual = new RiskEstimate(HazardLikelihood.Improbable, HazardSeverity.Serious),
        Owner = "credit risk",
        Monitor = "drift",
        Status = HazardStatus.Controlled,
    };

    [Fact]
    public void Judge_NothingOpen_Passes()
    {
        Assert.Empty(Register(Whole).Findings());
        Assert.Equal(Verdict.Pass, Register(Whole).Judge());
    }

    public static TheoryData<string, string, Verdict?> OpenPoints =>
        new()
        {
            { "controls", "risk.hazard.uncontrolled", Verdict.Inconclusive },
            { "owner", "risk.hazard.unowned", Verdict.Inconclusive },
            { "monitor", "risk.hazard.unmonitored", null },
            { "residual", "risk.hazard.not_estimated", Verdict.Inconclusive },
            { "unacceptable", "risk.hazard.unaccepted", Verdict.Fail },
            { "same", "risk.hazard.not_lowered", Verdict.Fail },
            { "traded", "risk.hazard.not_lowered", Verdict.Fail },
        };

    [Theory]
    [MemberData(nameof(OpenPoints))]
    public void Findings_OpenPoint_IsNamedWithItsHazard(string what, string code, Verdict? verdict)
    {
        var hazard = what switch
        {
            "controls" => Whole with { Controls = [] },
            "owner" => Whole with { Owner = " " },
            "monitor" => Whole with { Monitor = null },
            "residual" => Whole with { Residual = null },
            "unacceptable" => Whole with { Residual = new(HazardLikelihood.Remote, HazardSeverity.Serious) },
            "same" => Whole with { Residual = Whole.Initial, BenefitRiskRationale = "because" },
            _ => Whole with { Residual = new(HazardLikelihood.Improbable, HazardSeverity.Critical) },
        };

        var finding = Assert.Single(Register(hazard).Findings());

        Assert.Equal((code, "H1", verdict), (finding.Code, finding.Subject, finding.Verdict));
        Assert.Equal(verdict ?? Verdict.Pass, Register(hazard).Judge());
    }

    [Fact]
    public void Findings_ResidualWithRationale_IsAccepted() =>
        Assert.Empty(
            Register(
                    Whole with
                    {
                        Residual = new(HazardLikelihood.Remote, HazardSeverity.Serious),
                        BenefitRiskRationale = "more loans reach those who can pay",
                    }
                )
                .Findings()
        );

    [Fact]
    public void Findings_AcceptableAsItIs_NeedsNoControl()
    {
        var low = new RiskEstimate(HazardLikelihood.Remote, HazardSeverity.Minor);

        Assert.Empty(Register(Whole with { Initial = low, Residual = low, Controls = [] }).Findings());
    }

    [Fact]
    public void Findings_NoHazardOrNoEvaluation_LeaveItInconclusive()
    {
        Assert.Equal(Verdict.Inconclusive, Register().Judge());
        Assert.Equal(Verdict.Inconclusive, (Register(Whole) with { OverallEvaluation = null }).Judge());
    }

    [Fact]
    public void Findings_TwoHazardsOfOneId_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Register(Whole, Whole).Findings());

    [Fact]
    public void Overall_Hazards_AreCountedByWhatIsLeft()
    {
        var register = Register(
            Whole,
            Whole with
            {
                Id = "H2",
                Residual = new(HazardLikelihood.Frequent, HazardSeverity.Catastrophic),
            },
            Whole with
            {
                Id = "H3",
                Residual = null,
            }
        );

        Assert.Equal(new OverallResidualRisk(RiskAcceptability.Unacceptable, 1, 0, 1, 1), register.Overall);
    }

    [Fact]
    public void Digest_RoundTrip_IsTheSameAndChangesWithAnyPart()
    {
        var register = Register(Whole);
        var json = JsonSerializer.Serialize(register, RiskJson.Default.RiskRegister);
        var again = JsonSerializer.Deserialize(json, RiskJson.Default.RiskRegister)!;

        Assert.Equal(register.Digest, again.Digest);
        Assert.Equal(register.ToString(), again.ToString());
        Assert.Contains("\"likelihood\":\"probable\"", json, StringComparison.Ordinal);
        Assert.NotEqual(register.Digest, Register(Whole with { Harm = "another" }).Digest);
        Assert.NotEqual(register.Digest, (register with { OverallEvaluation = "other" }).Digest);
    }

    [Fact]
    public void ToEvidence_Register_AttestsItsDigestVerdictAndSubjects()
    {
        var register = Register(Whole with { Owner = null });
        var subject = new EvidenceSubject("model", ContentDigest.Of("m"u8));

        var evidence = register.ToEvidence([subject]);

        Assert.Equal(RiskRegister.EvidenceKind, evidence.Kind);
        Assert.Equal(register.Digest, evidence.Digest);
        Assert.Equal(Verdict.Inconclusive, evidence.Verdict);
        Assert.Equal([subject], evidence.Subjects);
        Assert.Equal(register.Findings(), evidence.Findings);
        Assert.Empty(((IEvidence)register).ToEvidence().Subjects);
    }

    private static RiskRegister Register(params Hazard[] hazards) =>
        new()
        {
            Subject = "credit-scoring",
            Hazards = hazards,
            OverallEvaluation = "The benefits outweigh what is left.",
        };
}
