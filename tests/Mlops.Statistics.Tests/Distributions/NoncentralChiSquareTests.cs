using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Tests.Distributions;

public sealed class NoncentralChiSquareTests
{
    /// <summary>The mixture of Poisson and gamma probabilities, summed with 110 decimal digits (Python's decimal).</summary>
    [Theory]
    [InlineData(0.02, 0.1, 0.4, 0.6689904744187994, 0.33100952558120056)]
    [InlineData(1.0, 1.0, 0.25, 0.624655260005155, 0.37534473999484497)]
    [InlineData(12.0, 1.0, 20.0, 0.15671898848995652, 0.8432810115100435)]
    [InlineData(5.0, 9.0, 0.001, 0.16564331723489603, 0.834356682765104)]
    [InlineData(3.0, 9.0, 60.0, 9.872021240763936e-13, 0.9999999999990128)]
    [InlineData(60.0, 9.0, 60.0, 0.3023170238886693, 0.6976829761113307)]
    [InlineData(230.0, 9.0, 60.0, 0.9999999999991519, 8.48059822962917e-13)]
    [InlineData(2.0, 2.0, 500.0, 2.5080114882224593e-98, 1.0)]
    [InlineData(900.0, 50.0, 1000.0, 0.007796954685632473, 0.9922030453143675)]
    [InlineData(1050.0, 50.0, 1000.0, 0.5061805261139295, 0.4938194738860705)]
    [InlineData(1300.0, 50.0, 1000.0, 0.9998954156778853, 0.00010458432211463763)]
    [InlineData(29000.0, 11.0, 30000.0, 0.001639313581303715, 0.9983606864186962)]
    [InlineData(31000.0, 11.0, 30000.0, 0.9977048124015181, 0.002295187598481854)]
    [InlineData(271000.0, 9.0, 277259.0, 1.0824313397224006e-09, 0.9999999989175686)]
    [InlineData(283500.0, 9.0, 277259.0, 0.9999999980185584, 1.9814415234123288e-09)]
    [InlineData(1004000.0, 1000000.0, 3000.0, 0.7596671150691229, 0.24033288493087712)]
    [InlineData(99965000.0, 9.0, 100000000.0, 0.04001145248590523, 0.9599885475140948)]
    [InlineData(100070000.0, 9.0, 100000000.0, 0.9997664860113651, 0.00023351398863491831)]
    public void CdfAndSurvival_ReferenceValues_AgreeInBothTails(
        double x,
        double df,
        double noncentrality,
        double lower,
        double upper
    )
    {
        Relative.Equal(lower, NoncentralChiSquare.Cdf(x, df, noncentrality), 1e-12);
        Relative.Equal(upper, NoncentralChiSquare.Survival(x, df, noncentrality), 1e-12);
    }

    [Fact]
    public void CdfAndSurvival_NoNoncentrality_AreCentral()
    {
        Assert.Equal(ChiSquare.Cdf(3, 4), NoncentralChiSquare.Cdf(3, 4, 0));
        Assert.Equal(ChiSquare.Survival(3, 4), NoncentralChiSquare.Survival(3, 4, 0));
        Relative.Equal(ChiSquare.Survival(3, 4), NoncentralChiSquare.Survival(3, 4, 1e-14), 1e-12);
    }

    [Theory]
    [InlineData(1, 1e-10)]
    [InlineData(9, 1e-8)]
    [InlineData(300, 1e-7)]
    public void Cdf_VastNoncentrality_MeetsTheSeries(double df, double tolerance)
    {
        // At 1e10, where both can be had; the approximation's error falls further until it is used, at 1e12.
        const double noncentrality = 1e10;
        foreach (var z in (double[])[-4, -1, 0.3, 3])
        {
            var x = noncentrality + df + (2e5 * z);
            var (lower, upper) = LargeNoncentrality.Tails(x, df, noncentrality);
            Assert.Equal(NoncentralChiSquare.Cdf(x, df, noncentrality), lower, tolerance);
            Assert.Equal(NoncentralChiSquare.Survival(x, df, noncentrality), upper, tolerance);
        }
    }

    [Fact]
    public void Noncentrality_VastValue_GivesTheProbability()
    {
        var noncentrality = NoncentralChiSquare.Noncentrality(5e18, 9, 0.05);

        Relative.Equal(0.05, NoncentralChiSquare.Cdf(5e18, 9, noncentrality), 1e-6);
        Assert.True(noncentrality > 5e18);
    }

    [Fact]
    public void CdfAndSurvival_FarTails_AreZeroAndOne()
    {
        Assert.Equal(0, NoncentralChiSquare.Cdf(9, 9, 277_259));
        Assert.Equal(1, NoncentralChiSquare.Survival(9, 9, 277_259));
        Assert.Equal(0, NoncentralChiSquare.Survival(1e6, 9, 1000));
        Assert.Equal(1, NoncentralChiSquare.Cdf(double.PositiveInfinity, 9, 1000));
        Assert.Equal(0, NoncentralChiSquare.Cdf(0, 9, 1000));
    }

    /// <summary>Bisection on the mixture, summed with 45 decimal digits (Python's decimal).</summary>
    [Theory]
    [InlineData(10, 1, 0.05, 23.108511211606487)]
    [InlineData(25, 9, 0.95, 4.758176621602354)]
    [InlineData(10, 9, 0.05, 13.036294389119494)]
    [InlineData(60, 11, 0.5, 49.96935266978867)]
    [InlineData(400, 4, 0.95, 334.037108868808)]
    [InlineData(400, 4, 0.05, 465.3782628548598)]
    [InlineData(3000, 9, 1e-6, 3534.9685431845296)]
    [InlineData(25, 9, 1e-12, 132.70699016686032)]
    public void Noncentrality_ReferenceValues_Agree(double x, double df, double probability, double expected) =>
        Relative.Equal(expected, NoncentralChiSquare.Noncentrality(x, df, probability), 1e-12);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.65)]
    [InlineData(0.95)]
    public void Noncentrality_CentralGivesNoMore_IsZero(double probability) =>
        Assert.Equal(ChiSquare.Cdf(9, 9) <= probability, NoncentralChiSquare.Noncentrality(9, 9, probability) == 0);

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(1, 900)]
    [InlineData(9, 9.3)]
    [InlineData(9, 3e5)]
    [InlineData(400, 800)]
    [InlineData(0.2, 5)]
    public void Noncentrality_Solution_GivesTheProbability(double df, double x)
    {
        foreach (var probability in (double[])[1e-9, 0.05, 0.2, 0.4])
        {
            var noncentrality = NoncentralChiSquare.Noncentrality(x, df, probability);
            Assert.True(noncentrality > 0);
            Relative.Equal(probability, NoncentralChiSquare.Cdf(x, df, noncentrality), 1e-10);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 0.01)]
    [InlineData(2, 3)]
    [InlineData(0.3, 40)]
    [InlineData(9, 3e4)]
    [InlineData(1e5, 10)]
    public void Quantile_Solution_GivesTheProbability(double df, double noncentrality)
    {
        foreach (var probability in (double[])[1e-8, 0.05, 0.5, 0.95])
        {
            var x = NoncentralChiSquare.Quantile(probability, df, noncentrality);
            Relative.Equal(probability, NoncentralChiSquare.Cdf(x, df, noncentrality), 1e-10);
        }
    }

    [Theory]
    [InlineData(double.NaN, 1, 1, "x")]
    [InlineData(1, 0, 1, "degreesOfFreedom")]
    [InlineData(1, 1, -1, "noncentrality")]
    [InlineData(1, 1, double.NaN, "noncentrality")]
    [InlineData(1, 1, double.PositiveInfinity, "noncentrality")]
    public void CdfAndSurvival_BadArguments_AreNamed(double x, double df, double noncentrality, string name)
    {
        Assert.Equal(
            name,
            Assert.Throws<ArgumentOutOfRangeException>(() => NoncentralChiSquare.Cdf(x, df, noncentrality)).ParamName
        );
        Assert.Equal(
            name,
            Assert
                .Throws<ArgumentOutOfRangeException>(() => NoncentralChiSquare.Survival(x, df, noncentrality))
                .ParamName
        );
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Inversions_NoProbability_AreRefused(double probability)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NoncentralChiSquare.Noncentrality(1, 1, probability));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoncentralChiSquare.Quantile(probability, 1, 1));
    }
}
