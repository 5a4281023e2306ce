using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Tests.Policies;

public class EvidenceRuleTests
{
    private const string Kind = "mlops.drift.report";

    private static readonly EvidenceRule Fresh = new(Kind) { MaximumAge = TimeSpan.FromDays(90) };

    private static readonly ModelVersion None = Versions.Create();

    [Fact]
    public void Judge_NoEvidence_SaysWhatWouldMeetIt()
    {
        var result = Judge(Fresh, None);
        Assert.Equal(RuleOutcome.NotMet, result.Outcome);
        Assert.Equal(
            "There is no evidence of mlops.drift.report. Attach evidence of mlops.drift.report that says Pass, at most 90 days old.",
            result.Message
        );
    }

    [Fact]
    public void Judge_LaterFail_OverridesAnEarlierPass() =>
        NotMet(Fresh, None.WithEvidence(Kind, daysAgo: 3).WithEvidence(Kind, Verdict.Fail, 2), "says Fail");

    [Fact]
    public void Judge_LaterPass_OverridesAnEarlierFail() =>
        Met(Fresh, None.WithEvidence(Kind, Verdict.Fail, 3).WithEvidence(Kind, daysAgo: 2));

    [Fact]
    public void Judge_OldPassAttachedAfterAFail_DoesNotOverrideIt() =>
        NotMet(
            Fresh,
            None.WithEvidence(Kind, Verdict.Fail, 3).WithEvidence(Kind, daysAgo: 1, madeDaysAgo: 40),
            "says Fail"
        );

    [Fact]
    public void Judge_TwoMadeAtOneTime_TheOneAttachedLaterStands()
    {
        NotMet(Fresh, None.WithEvidence(Kind, daysAgo: 2).WithEvidence(Kind, Verdict.Fail, 2), "says Fail");
        Met(Fresh, None.WithEvidence(Kind, Verdict.Fail, 2).WithEvidence(Kind, daysAgo: 2));
    }

    [Fact]
    public void Judge_WithdrawnFail_CountsNoLonger() =>
        Met(Fresh, None.WithEvidence(Kind, daysAgo: 3).WithEvidence(Kind, Verdict.Fail, 2, withdrawn: "wrong data"));

    [Fact]
    public void Judge_Inconclusive_IsNoPassUnlessItIsAccepted()
    {
        var version = None.WithEvidence(Kind, Verdict.Inconclusive);
        NotMet(Fresh, version, "says Inconclusive");
        Met(Fresh with { Verdicts = [Verdict.Pass, Verdict.Inconclusive] }, version);
    }

    [Fact]
    public void Judge_Age_IsAtMostTheMaximum()
    {
        Met(Fresh, None.WithEvidence(Kind, daysAgo: 90));
        NotMet(Fresh, None.WithEvidence(Kind, daysAgo: 90.0001), "too old");
        NotMet(Fresh, None.WithEvidence(Kind, daysAgo: 1, madeDaysAgo: 91), "too old");
        Met(Fresh with { MaximumAge = null }, None.WithEvidence(Kind, daysAgo: 5000));
    }

    [Fact]
    public void Judge_Bound_NeedsASubjectOfTheVersion()
    {
        var rule = Fresh with { IsBound = true };
        NotMet(rule, None.WithEvidence(Kind), "does not speak about credit@7");
        NotMet(rule, None.WithEvidence(Kind, subject: Versions.DigestOf("other")), "does not speak about");
        Met(rule, None.WithEvidence(Kind, subject: Versions.TrainingData));
        Met(rule, None.WithEvidence(Kind, subject: None.Definition.Artifacts.Root));
        Met(rule, None.WithEvidence(Kind, subject: None.DefinitionDigest));
        Met(rule, None.WithEvidence(Kind, subject: Versions.TrainingData, daysAgo: 2).WithEvidence(Kind));
        NotMet(
            rule,
            None.WithEvidence(Kind, subject: Versions.TrainingData, daysAgo: 2).WithEvidence(Kind, Verdict.Fail),
            "says Fail"
        );
    }

    [Fact]
    public void Judge_Prefix_NeedsOnePassAndNoFailAmongItsKinds()
    {
        var rule = new EvidenceRule("mlops.fairness.*");
        NotMet(rule, None.WithEvidence("mlops.fairnessx.report"), "no evidence");
        var one = None.WithEvidence("mlops.fairness.parity");
        Met(rule, one);
        Assert.Equal([one.Evidence[0].Statement.Digest], Judge(rule, one).Evidence);
        NotMet(rule, one.WithEvidence("mlops.fairness.calibration", Verdict.Fail), "mlops.fairness.calibration");
    }

    [Fact]
    public void Judge_OtherStages_AreNotApplicable()
    {
        var policy = Versions.PolicyOf(new() { Evidence = [Fresh] });
        Assert.Equal(
            RuleOutcome.NotApplicable,
            PolicyEvaluator.Evaluate(policy, (None with { Stage = Stage.Approved }).To(Stage.Staged)).Rules[0].Outcome
        );
    }

    private static RuleResult Judge(EvidenceRule rule, ModelVersion version) =>
        Assert.Single(
            PolicyEvaluator.Evaluate(Versions.PolicyOf(new() { Evidence = [rule] }), version.ToActive()).Rules
        );

    private static void Met(EvidenceRule rule, ModelVersion version)
    {
        var result = Judge(rule, version);
        Assert.True(result.Outcome == RuleOutcome.Met, result.Message);
    }

    private static void NotMet(EvidenceRule rule, ModelVersion version, string reason)
    {
        var result = Judge(rule, version);
        Assert.Equal(RuleOutcome.NotMet, result.Outcome);
        Assert.Contains(reason, result.Message, StringComparison.Ordinal);
    }
}
