using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Policies;

public sealed class GovernancePolicyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-policy-").FullName;

    public static TheoryData<string, string> Faults =>
        new()
        {
            { """[]""", "'$' is []; an object is expected" },
            { """{"low":{},"moderate":{},"high":{}}""", "'$.name' is missing" },
            { """{"name":"a@b","low":{},"moderate":{},"high":{}}""", "'a@b' is no policy's name" },
            { """{"name":"a","low":{},"moderate":{}}""", "'$.high' is missing; what the policy asks of high risk" },
            { """{"name":"a","lo":{},"low":{},"moderate":{},"high":{}}""", "'$.lo' is unknown; name, version" },
            {
                """{"name":"a","version":-1,"low":{},"moderate":{},"high":{}}""",
                "'$.version' is -1; an integer from 0"
            },
            { """{"name":"a","fairnessKinds":["A b"],"low":{},"moderate":{},"high":{}}""", "'$.fairnessKinds': 'A b'" },
            { High("""{"review":{"every":"1 month"}}"""), "'$.high.review.every' is \"1 month\"; a duration in weeks" },
            { High("""{"review":{"every":"P1M"}}"""), "'$.high.review.every'" },
            { High("""{"review":{"every":"-P3D"}}"""), "'$.high.review.every'" },
            { High("""{"review":{"every":"P0D"}}"""), "above zero" },
            { High("""{"review":{"every":"P99999D"}}"""), "at most 36525 days" },
            { High("""{"review":{}}"""), "'$.high.review.every' is missing" },
            { High("""{"separationOfDuties":"Enforce"}"""), "one of observe, warn, enforce is expected" },
            {
                High("""{"separationOfDuties":"warn","separationOfDuties":"warn"}"""),
                "'$.high.separationOfDuties' stands twice"
            },
            { High("""{"distinctApprovers":"yes"}"""), "true or false is expected" },
            { High("""{"approvals":[{"role":" "}]}"""), "'$.high.approvals[0]'" },
            {
                High("""{"approvals":[{"role":"v","count":0}]}"""),
                "'$.high.approvals[0].count' is 0; an integer from 1 to 20"
            },
            { High("""{"approvals":[{"role":"v"},{"role":"v"}]}"""), "positions 0 and 1 are both 'approvals.v'" },
            { High("""{"evidence":[{"kind":"*"}]}"""), "'$.high.evidence[0]': '*' is not a kind" },
            {
                High("""{"evidence":[{"kind":"a.b"},{"kind":"a.b","mode":"warn"}]}"""),
                "'$.high': The rules at positions 0 and 1"
            },
            { High("""{"evidence":[{"kind":"a.b","at":["retired"]}]}"""), "Before Retired no policy judges" },
            { High("""{"evidence":[{"kind":"a.b","at":[]}]}"""), "'$.high.evidence[0].at': No stage is named" },
            { High("""{"evidence":[{"kind":"a.b","verdicts":[]}]}"""), "'$.high.evidence[0].verdicts'" },
            {
                High("""{"evidence":[{"kind":"a.b","verdicts":["ok"]}]}"""),
                "one of inconclusive, pass, fail is expected"
            },
            { High("""{"requirements":[{"requirement":"tea"}]}"""), "'$.high.requirements[0].requirement' is \"tea\"" },
            { """{"name":""", "not JSON" },
        };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_Fault_NamesThePropertyAndWhatIsRight(string json, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<EnvelopeFormatException>(() => GovernancePolicy.Parse(json)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Parse_WrittenByHand_HasDefaults()
    {
        var policy = GovernancePolicy.Parse(
            """
            {
              // what a person writes
              "name": "bank",
              "low": {},
              "moderate": { "approvals": [ { "role": "validator" } ] },
              "high": {
                "evidence": [
                  { "kind": "mlops.fairness.*", "maximumAge": "30d" },
                  { "kind": "mlops.drift.report", "maximumAge": "P1W2DT3H", "verdicts": ["pass", "inconclusive"],
                    "isBound": true, "at": ["active"], "mode": "warn" },
                ],
                "requirements": [ { "requirement": "artifactsVerified" }, { "requirement": "signature", "mode": "observe" } ],
                "separationOfDuties": "enforce",
                "approvalValidity": { "duration": "52w" },
                "review": { "every": "12h", "mode": "warn" },
              },
            }
            """
        );

        Assert.Equal(("bank", 0, "bank@0"), (policy.Name, policy.Version, policy.Reference));
        Assert.Equal(["mlops.fairness.*"], policy.FairnessKinds);
        Assert.Equal((1, RuleMode.Enforce), (policy.Moderate.Approvals[0].Count, policy.Moderate.Approvals[0].Mode));
        Assert.Equal(TimeSpan.FromDays(30), policy.High.Evidence[0].MaximumAge);
        Assert.Equal([Verdict.Pass], policy.High.Evidence[0].Verdicts);
        Assert.Equal([Stage.Approved, Stage.Active], policy.High.Evidence[0].At);
        Assert.Equal(new TimeSpan(9, 3, 0, 0), policy.High.Evidence[1].MaximumAge);
        Assert.Equal([Verdict.Inconclusive, Verdict.Pass], policy.High.Evidence[1].Verdicts);
        Assert.True(policy.High.Evidence[1].IsBound);
        Assert.Equal([Stage.Active], policy.High.Requirements[0].At);
        Assert.Equal(TimeSpan.FromDays(364), policy.High.ApprovalValidity!.Duration);
        Assert.Equal((TimeSpan.FromHours(12), RuleMode.Warn), (policy.High.Review!.Every, policy.High.Review.Mode));
        Assert.True(policy.High.DistinctApprovers);
        Assert.Null(policy.High.SeparationOfActivation);
    }

    [Fact]
    public void Parse_WhatWasWritten_IsTheSamePolicy()
    {
        foreach (var policy in new[] { GovernancePolicy.Default, GovernancePolicy.Observe, Policy() })
        {
            Assert.Equal(policy.Digest, GovernancePolicy.Parse(policy.ToJson()).Digest);
            Assert.Equal(policy.Digest, GovernancePolicy.Parse(policy.ToEnvelope().Bytes).Digest);
            Assert.Equal(
                policy.Digest,
                RegistryJson.Deserialize<GovernancePolicy>(RegistryJson.Serialize(policy)).Digest
            );
        }
    }

    [Fact]
    public void Deserialize_Fault_NamesTheProperty() =>
        Assert.Contains(
            "'$.high.approvals[0].count'",
            Assert
                .Throws<FormatException>(() =>
                    RegistryJson.Deserialize<GovernancePolicy>(
                        System.Text.Encoding.UTF8.GetBytes(High("""{"approvals":[{"role":"v","count":0}]}"""))
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Load_Saved_IsTheSameAndAlterationIsFound()
    {
        var path = Path.Combine(_folder, "policy.json");
        GovernancePolicy.Default.Save(path);
        Assert.Equal(GovernancePolicy.Default.Digest, GovernancePolicy.Load(path).Digest);

        File.WriteAllText(path, File.ReadAllText(path).Replace("P90D", "P91D", StringComparison.Ordinal));

        var error = Assert.Throws<EnvelopeFormatException>(() => GovernancePolicy.Load(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("digest", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WrittenByAnEditorWithAMark_IsRead()
    {
        var path = Path.Combine(_folder, "policy.json");
        File.WriteAllText(path, GovernancePolicy.Default.ToJson(), new System.Text.UTF8Encoding(true));
        Assert.Equal(GovernancePolicy.Default.Digest, GovernancePolicy.Load(path).Digest);
    }

    [Fact]
    public void Parse_NewerSchema_IsNamedAsSuch() =>
        Assert.Throws<UnsupportedSchemaVersionException>(() =>
            GovernancePolicy.Parse(
                Envelope.Seal(GovernancePolicy.Kind, 2, "Test 1", writer => writer.WriteNullValue()).Bytes
            )
        );

    [Fact]
    public void Digest_OneRuleChanged_Differs()
    {
        var changed = GovernancePolicy.Default with
        {
            Low = GovernancePolicy.Default.Low with { DistinctApprovers = false },
        };
        Assert.NotEqual(GovernancePolicy.Default.Digest, changed.Digest);
    }

    [Fact]
    public void For_Unassessed_IsHigh()
    {
        Assert.Same(GovernancePolicy.Default.High, GovernancePolicy.Default.For(null));
        Assert.Same(GovernancePolicy.Default.Low, GovernancePolicy.Default.For(RiskTier.Low));
        Assert.Same(GovernancePolicy.Default.Moderate, GovernancePolicy.Default.For(RiskTier.Moderate));
    }

    [Fact]
    public void Rules_BadValues_AreRefusedWhenMade()
    {
        Assert.Throws<ArgumentException>(() => new ApprovalRule(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApprovalRule("validator", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApprovalRule("validator", 21));
        Assert.Throws<ArgumentException>(() => new EvidenceRule("Upper.Case"));
        Assert.Throws<ArgumentException>(() => new EvidenceRule("a.b") { MaximumAge = TimeSpan.FromDays(-1) });
        Assert.Throws<ArgumentException>(() => new EvidenceRule("a.b") { At = [Stage.Active, Stage.Active] });
        Assert.Throws<ArgumentException>(() => new EvidenceRule("a.b") { Verdicts = [Verdict.Pass, Verdict.Pass] });
        Assert.Throws<ArgumentException>(() => new ReviewRule(TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => new ValidityRule(TimeSpan.FromTicks(1)));
        Assert.Throws<ArgumentException>(() => new TierPolicy { Approvals = [new("a"), new("a")] });
        Assert.Throws<ArgumentException>(() => new TierPolicy { Evidence = [null!] });
        Assert.Throws<ArgumentException>(() => new RequirementRule(PolicyRequirement.Signature) { At = [Stage.Draft] });
        Assert.Throws<ArgumentException>(() => GovernancePolicy.Default with { Name = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => GovernancePolicy.Default with { Version = -1 });
    }

    private static string High(string tier) => $$"""{"name":"a","low":{},"moderate":{},"high":{{tier}}}""";

    private static GovernancePolicy Policy() =>
        Versions.PolicyOf(
            new()
            {
                Requirements = [.. Enum.GetValues<PolicyRequirement>().Select(item => new RequirementRule(item))],
                Evidence =
                [
                    new("mlops.drift.report", RuleMode.Warn)
                    {
                        MaximumAge = new TimeSpan(3, 4, 5, 6),
                        Verdicts = [Verdict.Inconclusive, Verdict.Pass],
                        IsBound = true,
                        At = [Stage.InReview, Stage.Staged],
                    },
                ],
                Approvals = [new("validator", 3, RuleMode.Observe)],
                DistinctApprovers = false,
                SeparationOfDuties = RuleMode.Warn,
                SeparationOfActivation = RuleMode.Observe,
                ApprovalValidity = new(TimeSpan.FromMinutes(90), RuleMode.Warn),
                Review = new(TimeSpan.FromSeconds(1), RuleMode.Observe),
            }
        ) with
        {
            Description = "Ü \"quoted\"",
            FairnessKinds = [],
        };
}
