using System.Text.Json;
using Mlops.Registry.Risk;

namespace Mlops.Registry.Tests.Risk;

public sealed class RiskRuleTests
{
    private static readonly FactorLevel[] Levels = [FactorLevel.Low, FactorLevel.Medium, FactorLevel.High];

    private static readonly RiskFactors AllLow = RiskFactors.Of(
        FactorLevel.Low,
        FactorLevel.Low,
        FactorLevel.Low,
        FactorLevel.Low
    );

    private static IEnumerable<FactorLevel[]> Combinations =>
        from a in Levels
        from b in Levels
        from c in Levels
        from d in Levels
        select new[] { a, b, c, d };

    [Fact]
    public void Assess_AllCombinations_FollowTheBandsAndTheCombination()
    {
        foreach (var levels in Combinations)
        {
            var sum = levels.Sum(level => (int)level);
            var expected =
                sum >= 9 || (levels[0] == FactorLevel.High && levels[1] == FactorLevel.High) ? RiskTier.High
                : sum >= 5 ? RiskTier.Moderate
                : RiskTier.Low;

            var assessment = Assess(levels);

            Assert.Equal(sum, assessment.Score);
            Assert.Equal(expected, assessment.Tier);
            Assert.Equal(sum, assessment.Contributions.Sum(part => part.Points));
        }
    }

    [Fact]
    public void Assess_AnyFactorRaised_NeverLowersTheTier()
    {
        foreach (var context in Contexts())
        {
            foreach (var levels in Combinations)
            {
                for (var i = 0; i < levels.Length; i++)
                {
                    if (levels[i] == FactorLevel.High)
                    {
                        continue;
                    }

                    FactorLevel[] raised = [.. levels];
                    raised[i]++;
                    Assert.True(Assess(raised, context).Tier >= Assess(levels, context).Tier);
                }
            }
        }
    }

    [Fact]
    public void Assess_AddingToTheContext_NeverLowersTheTier()
    {
        foreach (var levels in Combinations)
        {
            Assert.All(Contexts(), context => Assert.True(Assess(levels, context).Tier >= Assess(levels).Tier));
        }
    }

    [Fact]
    public void Assess_HealthData_IsAtLeastHigh()
    {
        var assessment = RiskRule.Default.Assess(AllLow, new RiskContext { UsesHealthData = true });

        Assert.Equal(RiskTier.High, assessment.Tier);
        Assert.Equal(RiskTier.Low, assessment.ScoreTier);
        Assert.True(Assert.Single(assessment.Raises).Raised);
        Assert.Contains("health data", assessment.Explain(), StringComparison.Ordinal);
        Assert.Contains("Without the floor it would be low", assessment.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_FloorBelowTheScore_IsSaidNotToRaise()
    {
        var assessment = Assess(
            [FactorLevel.High, FactorLevel.High, FactorLevel.High, FactorLevel.High],
            new RiskContext { UsesHealthData = true }
        );

        Assert.DoesNotContain(assessment.Raises, raise => raise.Raised);
    }

    [Theory]
    [InlineData(AnnexThreeArea.Biometrics)]
    [InlineData(AnnexThreeArea.CriticalInfrastructure)]
    [InlineData(AnnexThreeArea.Education)]
    [InlineData(AnnexThreeArea.Employment)]
    [InlineData(AnnexThreeArea.EssentialServices)]
    [InlineData(AnnexThreeArea.LawEnforcement)]
    [InlineData(AnnexThreeArea.Migration)]
    [InlineData(AnnexThreeArea.JusticeAndDemocracy)]
    public void Assess_AnnexThreeUse_IsHighFromTheDateThatItNames(AnnexThreeArea area)
    {
        var assessment = RiskRule.Default.Assess(AllLow, new RiskContext { AnnexThreeUses = [area] });

        Assert.Equal(RiskTier.High, assessment.Tier);
        Assert.Contains("2027-12-02", Assert.Single(assessment.Raises).Reason, StringComparison.Ordinal);
        Assert.Contains($"point {(int)area}", assessment.Raises[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_ExemptUse_CountsWhenReasonedForThatAreaAlone()
    {
        var context = new RiskContext { AnnexThreeUses = [AnnexThreeArea.Employment], Exemptions = [Exemption()] };

        Assert.Equal(RiskTier.Low, RiskRule.Default.Assess(AllLow, context).Tier);
        Assert.Contains(
            "sorts applications by date",
            RiskRule.Default.Assess(AllLow, context).Explain(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            RiskTier.High,
            RiskRule.Default.Assess(AllLow, context with { AnnexThreeUses = [AnnexThreeArea.Education] }).Tier
        );
        Assert.Equal(
            RiskTier.High,
            RiskRule.Default.Assess(AllLow, context with { Exemptions = [Exemption() with { Reason = " " }] }).Tier
        );
    }

    [Fact]
    public void Assess_Profiling_IsNeverExempt()
    {
        var context = new RiskContext
        {
            AnnexThreeUses = [AnnexThreeArea.Employment],
            Exemptions = [Exemption()],
            ProfilesNaturalPersons = true,
        };

        var assessment = RiskRule.Default.Assess(AllLow, context);

        Assert.Equal(RiskTier.High, assessment.Tier);
        Assert.Contains("never exempt", Assert.Single(assessment.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProhibitedPractice.HarmfulManipulation, "5(1)(a)")]
    [InlineData(ProhibitedPractice.SocialScoring, "5(1)(c)")]
    [InlineData(ProhibitedPractice.RealTimeBiometricIdentification, "5(1)(h)")]
    public void Assess_ProhibitedPractice_IsARefusalAndNoTier(ProhibitedPractice practice, string clause)
    {
        var assessment = RiskRule.Default.Assess(AllLow, new RiskContext { ProhibitedPractices = [practice] });

        Assert.True(assessment.IsRefused);
        Assert.Null(assessment.Tier);
        Assert.Contains(clause, Assert.Single(assessment.Refusals), StringComparison.Ordinal);
        Assert.StartsWith("refused", assessment.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Alternatives_EverySentence_IsTrue()
    {
        // "With <factor> <level> instead of <level> it would be <tier>." is checked by doing it.
        foreach (var levels in Combinations)
        {
            foreach (
                var sentence in Assess(levels)
                    .Alternatives.Where(text => text.StartsWith("With ", StringComparison.Ordinal))
            )
            {
                string[] names = ["data sensitivity", "business impact", "model complexity", "deployment scope"];
                var position = Array.FindIndex(names, name => sentence.Contains(name, StringComparison.Ordinal));
                var words = sentence[..^1].Split(' ');
                FactorLevel[] changed = [.. levels];
                changed[position] = Enum.Parse<FactorLevel>(words[3], ignoreCase: true);

                Assert.Equal(Enum.Parse<RiskTier>(words[^1], ignoreCase: true), Assess(changed).Tier);
                Assert.NotEqual(Assess(levels).Tier, Assess(changed).Tier);
            }
        }
    }

    [Fact]
    public void Explain_Moderate_SaysWhyAndWhatWouldChangeIt()
    {
        var factors = new RiskFactors(
            new RiskFactor(FactorLevel.High, "names and incomes"),
            new RiskFactor(FactorLevel.Medium),
            new RiskFactor(FactorLevel.Low),
            new RiskFactor(FactorLevel.Medium)
        );

        Assert.Equal(
            """
            The tier is moderate.
            The score is 8: data sensitivity high (3: names and incomes), business impact medium (2), model complexity low (1), deployment scope medium (2); by score alone it is moderate.
            With business impact high instead of medium it would be high.
            With model complexity medium instead of low it would be high.
            With deployment scope high instead of medium it would be high.
            Rule: mlops.risk.sum, version 1.
            """,
            RiskRule.Default.Assess(factors).Explain(),
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public void Assess_UndefinedLevel_IsNamed()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            RiskRule.Default.Assess(RiskFactors.Of(FactorLevel.Low, 0, FactorLevel.Low, FactorLevel.Low))
        );

        Assert.Contains("business impact", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_BandsOutOfOrder_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new RiskRule { ModerateFrom = 9, HighFrom = 5 }.Assess(AllLow));

    [Fact]
    public void Json_RoundTrip_KeepsAnAssessmentAndWritesCamelCase()
    {
        var assessment = RiskRule.Default.Assess(
            AllLow with
            {
                DataSensitivity = new RiskFactor(FactorLevel.High, "why"),
            },
            new RiskContext { UsesHealthData = true, AnnexThreeUses = [AnnexThreeArea.EssentialServices] }
        );

        var json = JsonSerializer.Serialize(assessment, RiskJson.Default.RiskAssessment);
        var again = JsonSerializer.Deserialize(json, RiskJson.Default.RiskAssessment)!;

        Assert.Contains("\"factor\":\"dataSensitivity\",\"level\":\"high\"", json, StringComparison.Ordinal);
        Assert.Equal(assessment.Explain(), again.Explain());
        Assert.Equal(json, JsonSerializer.Serialize(again, RiskJson.Default.RiskAssessment));
    }

    [Fact]
    public void Json_RoundTrip_KeepsARefusal()
    {
        var refused = RiskRule.Default.Assess(
            AllLow,
            new RiskContext { ProhibitedPractices = [ProhibitedPractice.SocialScoring] }
        );

        var again = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(refused, RiskJson.Default.RiskAssessment),
            RiskJson.Default.RiskAssessment
        )!;

        Assert.True(again.IsRefused);
        Assert.Null(again.Tier);
    }

    [Fact]
    public void Json_RoundTrip_KeepsRuleAndContext()
    {
        var context = new RiskContext { AnnexThreeUses = [AnnexThreeArea.Employment], Exemptions = [Exemption()] };
        var rule = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(RiskRule.Default, RiskJson.Default.RiskRule),
            RiskJson.Default.RiskRule
        )!;
        var again = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(context, RiskJson.Default.RiskContext),
            RiskJson.Default.RiskContext
        )!;

        Assert.Equal(RiskRule.Default.Assess(AllLow, context).Explain(), rule.Assess(AllLow, again).Explain());
    }

    private static IEnumerable<RiskContext> Contexts() =>
        [
            new(),
            new() { UsesHealthData = true },
            new() { AnnexThreeUses = [AnnexThreeArea.Education, AnnexThreeArea.Migration] },
            new() { ProfilesNaturalPersons = true },
        ];

    private static AnnexThreeExemption Exemption() =>
        new(
            AnnexThreeArea.Employment,
            AnnexThreeExemptionGround.NarrowProceduralTask,
            "it sorts applications by date",
            "compliance",
            new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero)
        );

    private static RiskAssessment Assess(FactorLevel[] levels, RiskContext? context = null) =>
        RiskRule.Default.Assess(RiskFactors.Of(levels[0], levels[1], levels[2], levels[3]), context);
}
