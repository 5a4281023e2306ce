using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Tests.Distributions;

public sealed class BetaTests
{
    /// <summary>The hypergeometric series of the incomplete beta function, summed with 110 decimal digits (Python's decimal).</summary>
    [Theory]
    [InlineData(0.3, 2.0, 3.0, 0.3483, 0.6517)]
    [InlineData(1e-05, 0.5, 0.5, 0.0020131718394753874, 0.9979868281605246)]
    [InlineData(2e-07, 3.0, 10000000.0, 0.32332369208517303, 0.676676307914827)]
    [InlineData(1e-06, 3.0, 10000000.0, 0.9972306179044431, 0.0027693820955568996)]
    [InlineData(0.1, 4.5, 77.0, 0.9444432545567769, 0.05555674544322305)]
    [InlineData(0.02, 40.0, 1000.0, 9.731916967604911e-05, 0.999902680830324)]
    [InlineData(0.49, 10000.0, 10000.0, 0.0023370593301101496, 0.9976629406698898)]
    [InlineData(0.51, 10000.0, 10000.0, 0.9976629406698898, 0.0023370593301101496)]
    [InlineData(0.0895, 1000.0, 10000.0, 0.3059293147758522, 0.6940706852241478)]
    public void CdfAndSurvival_ReferenceValues_AgreeInBothTails(
        double x,
        double alpha,
        double beta,
        double lower,
        double upper
    )
    {
        Relative.Equal(lower, Beta.Cdf(x, alpha, beta), 1e-13);
        Relative.Equal(upper, Beta.Survival(x, alpha, beta), 1e-13);
    }

    /// <summary>Bisection on that series, with 110 decimal digits.</summary>
    [Theory]
    [InlineData(0.025, 1, 12, 0.0021075932318602264)]
    [InlineData(0.025, 3, 10, 0.054860644527992726)]
    [InlineData(0.975, 4, 9, 0.5718584618781891)]
    [InlineData(1e-12, 4, 97, 2.248184856652476e-05)]
    [InlineData(0.0125, 2, 999, 0.00016717538002246818)]
    [InlineData(0.5, 7, 3, 0.7137633319772173)]
    public void Quantile_ReferenceValues_AgreeToTheLastDigits(
        double probability,
        double alpha,
        double beta,
        double expected
    ) => Relative.Equal(expected, Beta.Quantile(probability, alpha, beta), 1e-14);

    /// <summary>The quantile of Beta(a, 1) is the a-th root of the probability.</summary>
    [Theory]
    [InlineData(1e-280)]
    [InlineData(1e-12)]
    [InlineData(0.3)]
    public void Quantile_ShapeOfOne_IsTheClosedForm(double probability)
    {
        Relative.Equal(Math.Pow(probability, 1.0 / 7), Beta.Quantile(probability, 7, 1), 1e-13);
        Relative.Equal(probability, Beta.Cdf(Beta.Quantile(probability, 1, 1e6), 1, 1e6), 1e-12);
    }

    [Theory]
    [InlineData(0.2, 0.1)]
    [InlineData(5, 2e6)]
    [InlineData(3e5, 4)]
    [InlineData(5e5, 5e5)]
    [InlineData(1, 1)]
    public void SurvivalQuantile_SmallTail_GivesTheProbability(double alpha, double beta)
    {
        foreach (var probability in (double[])[1e-30, 1e-9, 0.05, 0.4])
        {
            var x = Beta.SurvivalQuantile(probability, alpha, beta);
            Assert.InRange(x, 0, 1);
            if (x < 0.999)
            {
                Relative.Equal(probability, Beta.Survival(x, alpha, beta), 1e-9);
            }

            Relative.Equal(x, 1 - Beta.Quantile(probability, beta, alpha), 1e-9);
        }
    }

    [Fact]
    public void Quantiles_Ends_AreTheSupport()
    {
        Assert.Equal(0, Beta.Quantile(0, 2, 3));
        Assert.Equal(1, Beta.Quantile(1, 2, 3));
        Assert.Equal(1, Beta.SurvivalQuantile(0, 2, 3));
        Assert.Equal(0, Beta.SurvivalQuantile(1, 2, 3));
        Assert.Equal(0, Beta.Cdf(-0.5, 2, 3));
        Assert.Equal(1, Beta.Cdf(1, 2, 3));
        Assert.Equal(1, Beta.Survival(0, 2, 3));
    }

    [Theory]
    [InlineData(double.NaN, 1, 1, "x")]
    [InlineData(0.5, 0, 1, "alpha")]
    [InlineData(0.5, 1, double.NaN, "beta")]
    [InlineData(0.5, 1, double.PositiveInfinity, "beta")]
    public void Cdf_BadArguments_AreNamed(double x, double alpha, double beta, string name)
    {
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Cdf(x, alpha, beta)).ParamName);
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Survival(x, alpha, beta)).ParamName);
    }

    [Fact]
    public void Quantiles_NoProbability_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Quantile(-0.1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.SurvivalQuantile(double.NaN, 1, 1));
    }
}
