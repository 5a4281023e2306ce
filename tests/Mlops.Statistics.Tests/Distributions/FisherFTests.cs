using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Tests.Distributions;

public sealed class FisherFTests
{
    /// <summary>SciPy 1.10.1, scipy.stats.f.cdf and f.sf; for (4, 2000000), where those have nine digits, the closed form with 50.</summary>
    [Theory]
    [InlineData(1.0, 1, 1, 0.5, 0.5)]
    [InlineData(0.3, 2, 7, 0.25011344495251253, 0.7498865550474876)]
    [InlineData(4.5, 3, 20, 0.9856267553891026, 0.014373244610897444)]
    [InlineData(60, 1, 1000.0, 0.9999999999999768, 2.320224885191208e-14)]
    [InlineData(1.002, 50, 60, 0.5062124137702713, 0.4937875862297293)]
    [InlineData(9.5, 4, 2000000.0, 0.9999998879258665, 1.1207413347897247e-07)]
    [InlineData(1e-05, 0.5, 3, 0.04110938393947124, 0.958890616061176)]
    [InlineData(300, 7.5, 9.25, 0.999999999657794, 3.422059904259907e-10)]
    public void CdfAndSurvival_ReferenceValues_Agree(double x, double first, double second, double lower, double upper)
    {
        Relative.Equal(lower, FisherF.Cdf(x, first, second), 1e-11);
        Relative.Equal(upper, FisherF.Survival(x, first, second), 1e-11);
    }

    /// <summary>SciPy 1.10.1, scipy.stats.f.ppf, which has nine digits; for (4, 4) the closed form of the distribution gives 1e-8 back.</summary>
    [Theory]
    [InlineData(0.025, 1, 5, 0.0010847776476146992)]
    [InlineData(0.95, 2, 30, 3.3158295010135217)]
    [InlineData(0.5, 10, 10, 1)]
    [InlineData(1e-08, 4, 4, 5.773947173764843e-05)]
    [InlineData(0.999, 3, 1000000.0, 5.422120119287655)]
    public void Quantile_ReferenceValues_Agree(double probability, double first, double second, double expected) =>
        Relative.Equal(expected, FisherF.Quantile(probability, first, second), 1e-9);

    /// <summary>F with one degree of freedom is t squared.</summary>
    [Theory]
    [InlineData(0.01, 3)]
    [InlineData(2.5, 17)]
    [InlineData(9, 1e6)]
    public void Survival_OneDegreeOfFreedom_IsTheTwoTailsOfT(double t, double degreesOfFreedom) =>
        Relative.Equal(
            2 * StudentT.Survival(t, degreesOfFreedom),
            FisherF.Survival(t * t, 1, degreesOfFreedom),
            1e-11
        );

    [Fact]
    public void Ends_AreTheSupport()
    {
        Assert.Equal((0.0, 1.0), (FisherF.Cdf(-1, 2, 3), FisherF.Survival(0, 2, 3)));
        Assert.Equal((1.0, 0.0), (FisherF.Cdf(double.PositiveInfinity, 2, 3), FisherF.Survival(double.PositiveInfinity, 2, 3)));
        Assert.Equal((0.0, double.PositiveInfinity), (FisherF.Quantile(0, 2, 3), FisherF.Quantile(1, 2, 3)));
    }

    [Theory]
    [InlineData(double.NaN, 1, 1, "x")]
    [InlineData(1, 0, 1, "numeratorDegreesOfFreedom")]
    [InlineData(1, 1, double.NaN, "denominatorDegreesOfFreedom")]
    public void BadArguments_AreNamed(double x, double first, double second, string name)
    {
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => FisherF.Cdf(x, first, second)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherF.Quantile(2, 1, 1));
    }
}
