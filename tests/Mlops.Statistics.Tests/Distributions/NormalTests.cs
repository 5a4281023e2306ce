using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Tests.Distributions;

public sealed class NormalTests
{
    /// <summary>SciPy 1.10.1, stats.norm.cdf and sf.</summary>
    [Theory]
    [InlineData(-37.0, 5.7255712225239266e-300, 1.0)]
    [InlineData(-8.5, 9.47953482220325e-18, 1.0)]
    [InlineData(-3.0, 0.0013498980316300933, 0.9986501019683699)]
    [InlineData(-1.0, 0.15865525393145707, 0.8413447460685429)]
    [InlineData(-0.001, 0.49960105778608893, 0.500398942213911)]
    [InlineData(0.0, 0.5, 0.5)]
    [InlineData(0.25, 0.5987063256829237, 0.4012936743170763)]
    [InlineData(2.0, 0.9772498680518208, 0.022750131948179195)]
    [InlineData(7.0, 0.9999999999987201, 1.279812543885835e-12)]
    public void CdfAndSurvival_ReferenceValues_AgreeInBothTails(double z, double lower, double upper)
    {
        Relative.Equal(lower, Normal.Cdf(z), 2e-13);
        Relative.Equal(upper, Normal.Survival(z), 2e-13);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-20)]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(0.4999)]
    [InlineData(0.95)]
    [InlineData(0.9999)]
    public void Quantile_AnyProbability_InvertsCdf(double probability) =>
        Relative.Equal(probability, Normal.Cdf(Normal.Quantile(probability)), 1e-12);

    /// <summary>SciPy 1.10.1, stats.norm.ppf.</summary>
    [Theory]
    [InlineData(0.05, -1.6448536269514729)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(0.5, 0.0)]
    public void Quantile_ReferenceValues_Agree(double probability, double expected) =>
        Relative.Equal(expected, Normal.Quantile(probability), 1e-14);

    [Fact]
    public void Quantile_Ends_AreInfinite()
    {
        Assert.Equal(double.NegativeInfinity, Normal.Quantile(0));
        Assert.Equal(double.PositiveInfinity, Normal.Quantile(1));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Quantile_NoProbability_IsRefused(double probability) =>
        Assert.Equal(
            "probability",
            Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(probability)).ParamName
        );

    [Fact]
    public void Cdf_NaN_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Cdf(double.NaN));
}
