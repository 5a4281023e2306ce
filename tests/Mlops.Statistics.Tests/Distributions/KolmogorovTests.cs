using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Tests.Distributions;

public sealed class KolmogorovTests
{
    /// <summary>Durbin's matrix in 40-digit arithmetic.</summary>
    [Theory]
    [InlineData(1, 0.7, 0.6000000000000001, 0.3999999999999999)]
    [InlineData(1, 0.99, 0.020000000000000018, 0.98)]
    [InlineData(2, 0.35, 0.92, 0.07999999999999996)]
    [InlineData(2, 0.99, 0.00020000000000000036, 0.9998)]
    [InlineData(5, 0.15880999026511097, 0.9972986132713728, 0.0027013867286271613)]
    [InlineData(5, 0.5298063633302541, 0.07760798502331444, 0.9223920149766855)]
    [InlineData(5, 0.9357397822209066, 2.191497405920023e-06, 0.9999978085025941)]
    [InlineData(5, 0.13999999999999999, 0.999606784, 0.0003932159999999993)]
    [InlineData(5, 0.8942035842021658, 2.6508476562555217e-05, 0.9999734915234374)]
    [InlineData(10, 0.4847934987715553, 0.010964893973974935, 0.9890351060260251)]
    [InlineData(10, 0.6361588546336145, 0.00018557553724045958, 0.9998144244627596)]
    [InlineData(10, 0.1628861814789368, 0.916196511177923, 0.08380348882207699)]
    [InlineData(10, 0.06999999999999999, 0.9999999619492741, 3.8050725887999864e-08)]
    [InlineData(10, 0.6322974181506674, 0.00021015064931605206, 0.9997898493506839)]
    [InlineData(24, 0.24315904859283086, 0.09820537777802647, 0.9017946222219735)]
    [InlineData(24, 0.15686703409186353, 0.5442368284708935, 0.4557631715291065)]
    [InlineData(24, 0.27212721271359785, 0.04629066984003047, 0.9537093301599695)]
    [InlineData(24, 0.029166666666666664, 1.0, 1.3094100230290948e-19)]
    [InlineData(24, 0.4081462283912471, 0.00039678010756870135, 0.9996032198924313)]
    [InlineData(62, 0.17659218523932427, 0.036677748829495586, 0.9633222511705044)]
    [InlineData(62, 0.041264495212317946, 0.9997953338823123, 0.00020466611768761182)]
    [InlineData(62, 0.09039699124896301, 0.65796481612627, 0.34203518387372994)]
    [InlineData(62, 0.01129032258064516, 1.0, 4.9811668289455803e-51)]
    [InlineData(62, 0.2539367539368809, 0.00051867493246699, 0.999481325067533)]
    [InlineData(140, 0.07023371268547317, 0.4733696457964707, 0.5266303542035293)]
    [InlineData(140, 0.1725007337009641, 0.0004108861666333215, 0.9995891138333667)]
    [InlineData(140, 0.14831429108752947, 0.0037496351340999554, 0.9962503648659)]
    [InlineData(140, 0.005, 1.0, 9.111372026017e-116)]
    [InlineData(140, 0.1689885932329669, 0.0005785040289112453, 0.9994214959710888)]
    public void CdfAndSurvival_SmallSizes_AreExact(long size, double d, double upper, double lower)
    {
        Relative.Equal(upper, Kolmogorov.Survival(d, size), 1e-11);
        Relative.Equal(lower, Kolmogorov.Cdf(d, size), 1e-13);
    }

    /// <summary>SciPy 1.10.1, stats.kstwo.sf and cdf, in each region of the sizes above 140.</summary>
    [Theory]
    [InlineData(141, 0.2, 2.0276784223976912e-05, 0.9999797232157760)]
    [InlineData(500, 0.4, 1.0414017884998935e-72, 1.0)]
    [InlineData(1000, 0.03, 0.3226902143914636, 0.6773097856085364)]
    [InlineData(1000, 0.06, 0.001428597887952891, 0.9985714021120471)]
    [InlineData(3000, 0.0059, 0.999929492755521, 7.050724447902425e-05)]
    [InlineData(100000, 0.00056, 0.9999999999999999, 1.4622139470090823e-16)]
    [InlineData(100000, 0.001, 0.9999638407940036, 3.6159205996395076e-05)]
    [InlineData(100000, 0.005, 0.013430824977799608, 0.9865691750222004)]
    [InlineData(250000, 0.0028, 0.03960774490150942, 0.9603922550984906)]
    [InlineData(999999, 0.002, 0.0006700330706149604, 0.999329966929411)]
    public void CdfAndSurvival_LargeSizes_AgreeWithReference(long size, double d, double upper, double lower)
    {
        Relative.Equal(upper, Kolmogorov.Survival(d, size), 1e-11);
        Relative.Equal(lower, Kolmogorov.Cdf(d, size), 1e-10);
    }

    /// <summary>Above 140 values the expansion is off by at most 2e-5 of the lower tail, and less and less: Durbin's matrix in 40-digit arithmetic.</summary>
    [Theory]
    [InlineData(141, 0.05, 0.8548431, 3e-5)]
    [InlineData(500, 0.03, 0.7473166221808437, 3e-7)]
    [InlineData(2222, 0.0135, 0.8075393809300823, 5e-8)]
    public void Survival_Expansion_IsNearTheExactOne(long size, double d, double upper, double tolerance) =>
        Relative.Equal(upper, Kolmogorov.Survival(d, size), tolerance);

    [Theory]
    [InlineData(7)]
    [InlineData(140)]
    [InlineData(141)]
    [InlineData(3_000)]
    [InlineData(100_001)]
    [InlineData(4_000_000_000)]
    public void CdfAndSurvival_AnyValue_FallAndRiseAndSumToOne(long size)
    {
        double upper = 1,
            lower = 0;
        for (var z = 0.02; z < 4; z += 0.02)
        {
            var d = z / Math.Sqrt(size);
            var (nextUpper, nextLower) = (Kolmogorov.Survival(d, size), Kolmogorov.Cdf(d, size));

            // Where the regions meet, they differ by the error that each of them states.
            Assert.InRange(nextUpper, 0, upper * (1 + 3e-6));
            Assert.InRange(nextLower, lower * (1 - 3e-6), 1);
            Assert.Equal(1, nextUpper + nextLower, 1e-15);
            (upper, lower) = (nextUpper, nextLower);
        }
    }

    [Fact]
    public void Survival_HugeSize_IsTheLimit()
    {
        // Kolmogorov's 2 Σ (-1)^(k-1) e^(-2 k² z²) at z = 1 and 2.
        const long size = 1_000_000_000_000_000;
        Relative.Equal(0.26999967167735456, Kolmogorov.Survival(1 / Math.Sqrt(size), size), 1e-7);
        Relative.Equal(0.0006709252557796953, Kolmogorov.Survival(2 / Math.Sqrt(size), size), 1e-6);
    }

    [Fact]
    public void CdfAndSurvival_Ends_AreCertain()
    {
        Assert.Equal((0.0, 1.0), (Kolmogorov.Cdf(0.05, 10), Kolmogorov.Survival(0.05, 10)));
        Assert.Equal((0.0, 1.0), (Kolmogorov.Cdf(-3, 10), Kolmogorov.Survival(-3, 10)));
        Assert.Equal((1.0, 0.0), (Kolmogorov.Cdf(1, 10), Kolmogorov.Survival(1, 10)));
        Assert.Equal((1.0, 0.0), (Kolmogorov.Cdf(double.PositiveInfinity, 10), Kolmogorov.Survival(2, 1)));
    }

    [Fact]
    public void CdfAndSurvival_BadArguments_AreNamed()
    {
        Assert.Equal(
            "statistic",
            Assert.Throws<ArgumentOutOfRangeException>(() => Kolmogorov.Cdf(double.NaN, 10)).ParamName
        );
        Assert.Equal(
            "sampleSize",
            Assert.Throws<ArgumentOutOfRangeException>(() => Kolmogorov.Survival(0.5, 0)).ParamName
        );
    }
}
