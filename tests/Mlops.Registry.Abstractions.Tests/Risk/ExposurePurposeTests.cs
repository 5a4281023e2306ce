using Mlops.Registry.Risk;

namespace Mlops.Registry.Tests.Risk;

public sealed class ExposurePurposeTests
{
    [Theory]
    [InlineData(FactorLevel.Low, FactorLevel.Low, RiskTier.Low)]
    [InlineData(FactorLevel.Low, FactorLevel.Medium, RiskTier.Moderate)]
    [InlineData(FactorLevel.Low, FactorLevel.High, RiskTier.Moderate)]
    [InlineData(FactorLevel.Medium, FactorLevel.Medium, RiskTier.Moderate)]
    [InlineData(FactorLevel.Medium, FactorLevel.High, RiskTier.High)]
    [InlineData(FactorLevel.High, FactorLevel.High, RiskTier.High)]
    public void Assess_Levels_GiveTheBandInEitherOrder(FactorLevel one, FactorLevel other, RiskTier expected)
    {
        Assert.Equal(expected, ExposurePurpose.Default.Assess(new(one), new(other)).Tier);
        Assert.Equal(expected, ExposurePurpose.Default.Assess(new(other), new(one)).Tier);
    }

    [Fact]
    public void Assess_Floor_HoldsHereToo()
    {
        var assessment = ExposurePurpose.Default.Assess(
            new(FactorLevel.Low),
            new(FactorLevel.Low),
            new RiskContext { UsesHealthData = true }
        );

        Assert.Equal(RiskTier.High, assessment.Tier);
        Assert.Equal("mlops.risk.exposure_purpose", assessment.RuleId);
        Assert.Contains(
            "model exposure low (1), model purpose low (1)",
            assessment.Explain(),
            StringComparison.Ordinal
        );
    }
}
