using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Tests.Distributions;

public sealed class StudentTTests
{
    /// <summary>SciPy 1.10.1, scipy.stats.t.sf.</summary>
    [Theory]
    [InlineData(0.1, 1, 0.4682744825694464)]
    [InlineData(1.5, 3, 0.11529193262241141)]
    [InlineData(40, 2.5, 7.097817145246693e-05)]
    [InlineData(1000000.0, 2, 4.999999999992501e-13)]
    [InlineData(2, 30, 0.02731252248149155)]
    [InlineData(9, 200, 8.854691461632407e-17)]
    [InlineData(1e-09, 4, 0.49999999962499997)]
    [InlineData(0.7, 0.5, 0.34270033126038335)]
    [InlineData(3, 99999, 0.001350230445356714)]
    [InlineData(3, 100001, 0.0013502304387080694)]
    [InlineData(30, 1000000.0, 6.010047116832008e-198)]
    [InlineData(1.96, 2000000.0, 0.024997964470414368)]
    [InlineData(5, 1000000000000.0, 2.8665157192751227e-07)]
    public void Survival_ReferenceValues_Agree(double t, double degreesOfFreedom, double expected)
    {
        Relative.Equal(expected, StudentT.Survival(t, degreesOfFreedom), 1e-11);
        Relative.Equal(expected, StudentT.Cdf(-t, degreesOfFreedom), 1e-11);
        Relative.Equal(1 - expected, StudentT.Cdf(t, degreesOfFreedom), 1e-13);
    }

    /// <summary>With one degree of freedom it is Cauchy's distribution, with two an algebraic function.</summary>
    [Theory]
    [InlineData(1e-8)]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(1e9)]
    public void Survival_OneAndTwoDegreesOfFreedom_AreClosedForms(double t)
    {
        Relative.Equal(Math.Atan2(1, t) / Math.PI, StudentT.Survival(t, 1), 1e-13);
        var root = Math.Sqrt(2 + (t * t));
        Relative.Equal(1 / (root * (root + t)), StudentT.Survival(t, 2), 1e-13);
    }

    /// <summary>The two ways of computing meet where one follows the other.</summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(35)]
    public void Survival_ManyDegreesOfFreedom_IsContinuous(double t)
    {
        var below = StudentT.Survival(t, 100_000);
        var above = StudentT.Survival(t, 100_000 * (1 + 1e-14));
        Relative.Equal(below, above, 1e-10);
    }

    /// <summary>SciPy 1.10.1, scipy.stats.t.ppf; for 2.5 degrees of freedom, where that has nine digits, special.stdtr gives 0.3 back.</summary>
    [Theory]
    [InlineData(0.025, 1, -12.706204736432102)]
    [InlineData(1e-12, 3, -10331.108244292094)]
    [InlineData(0.3, 2.5, -0.5973077382523181)]
    [InlineData(0.49, 10, -0.025702893008090318)]
    [InlineData(0.975, 30, 2.0422724563012373)]
    [InlineData(0.05, 2000000.0, -1.6448543888364018)]
    [InlineData(1e-09, 500000.0, -5.997917897294935)]
    public void Quantile_ReferenceValues_Agree(double probability, double degreesOfFreedom, double expected) =>
        Relative.Equal(expected, StudentT.Quantile(probability, degreesOfFreedom), 1e-10);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(1e4)]
    [InlineData(1e7)]
    public void Quantile_AnyProbability_GivesItBack(double degreesOfFreedom)
    {
        foreach (var probability in (double[])[1e-40, 1e-6, 0.1, 0.26, 0.4999])
        {
            var t = StudentT.Quantile(probability, degreesOfFreedom);
            Relative.Equal(probability, StudentT.Cdf(t, degreesOfFreedom), 1e-11);
            Relative.Equal(-StudentT.Quantile(0.75, degreesOfFreedom), StudentT.Quantile(0.25, degreesOfFreedom), 1e-14);
        }
    }

    [Fact]
    public void Ends_AreTheSupport()
    {
        Assert.Equal((0.0, 1.0), (StudentT.Cdf(double.NegativeInfinity, 3), StudentT.Cdf(double.PositiveInfinity, 3)));
        Assert.Equal(0.5, StudentT.Cdf(0, 3));
        Assert.Equal(double.NegativeInfinity, StudentT.Quantile(0, 3));
        Assert.Equal(double.PositiveInfinity, StudentT.Quantile(1, 3));
        Assert.Equal(0, StudentT.Quantile(0.5, 3));
    }

    [Theory]
    [InlineData(double.NaN, 1, "t")]
    [InlineData(1, 0, "degreesOfFreedom")]
    [InlineData(1, double.PositiveInfinity, "degreesOfFreedom")]
    public void BadArguments_AreNamed(double t, double degreesOfFreedom, string name) =>
        Assert.Equal(
            name,
            Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Cdf(t, degreesOfFreedom)).ParamName
        );

    [Fact]
    public void Quantile_NoProbability_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(double.NaN, 1));
}
