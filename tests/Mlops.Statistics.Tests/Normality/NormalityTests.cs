using Mlops.Statistics.Moments;
using Mlops.Statistics.Normality;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.Normality;

public sealed class NormalityTests
{
    private static readonly double[] Few = [2.1, 3.4, 1.9, 5.6, 4.4, 3.3, 2.8, 9.5, 0.4];

    private static readonly double[] Bell =
    [
        8.58,
        5.87,
        5.19,
        1.27,
        4.45,
        4.29,
        4.83,
        3.75,
        4.91,
        4.05,
        2.37,
        6.77,
        6.76,
        8.42,
        5.1,
        4.19,
        3.91,
        1.91,
        6.96,
        2.8,
        2.63,
        4.59,
        7.97,
        5.47,
        2.95,
        3.57,
        6.25,
        4.68,
        3.46,
        4.54,
    ];

    private static readonly double[] Skewed =
    [
        1.06,
        0.82,
        0.45,
        0.25,
        0.52,
        0.63,
        0.31,
        0.35,
        0.61,
        1.97,
        0.88,
        0.33,
        0.33,
        0.61,
        0.23,
        0.22,
        0.72,
        0.09,
        0.66,
        0.45,
        1.23,
        1.37,
        1.17,
        1.17,
        0.47,
        1.1,
        0.42,
        0.85,
        0.39,
        0.59,
        0.06,
        0.28,
        3.56,
        0.26,
        1.18,
        1.05,
        1.29,
        0.64,
        0.91,
        0.07,
    ];

    private static double[] Sample(string name) =>
        name switch
        {
            nameof(Few) => Few,
            nameof(Bell) => Bell,
            _ => Skewed,
        };

    /// <summary>SciPy 1.10.1, scipy.stats.shapiro, which computes in single precision.</summary>
    [Theory]
    [InlineData(nameof(Few), 0.9006898403167725, 0.2560233771800995)]
    [InlineData(nameof(Bell), 0.9737061262130737, 0.6446836590766907)]
    [InlineData(nameof(Skewed), 0.7733818888664246, 1.974913629965158e-06)]
    public void ShapiroWilk_ReferenceValues_Agree(string name, double statistic, double pValue)
    {
        var result = ShapiroWilk.Test(Sample(name));
        Relative.Equal(statistic, result.Statistic, 1e-6);
        Relative.Equal(pValue, result.PValue, 1e-4);
    }

    /// <summary>Shapiro and Wilk (1965): weights of 11 men, with W = 0.79; R 4 (shapiro.test) gives W = 0.78881, p = 0.006704.</summary>
    [Fact]
    public void ShapiroWilk_WeightsOfMen_AgreeWithThePaper()
    {
        var result = ShapiroWilk.Test([148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]);
        Assert.Equal(0.78881, result.Statistic, 5e-6);
        Assert.Equal(0.006704, result.PValue, 5e-7);
    }

    [Fact]
    public void ShapiroWilk_FewestAndMostValues_AreTold()
    {
        Assert.Equal(1, ShapiroWilk.Test([1, 2, 3]).Statistic, 1e-14);
        Assert.Equal(1, ShapiroWilk.Test([1, 2, 3]).PValue, 1e-6);
        Assert.Equal(0.75, ShapiroWilk.Test([0, 0, 1]).Statistic, 1e-12);
        Assert.Equal(0, ShapiroWilk.Test([0, 0, 1]).PValue, 1e-6);
        Assert.InRange(ShapiroWilk.Test([1, 2, 3, 4]).PValue, 0.9, 1);
        Assert.InRange(ShapiroWilk.Test([1, 2, 3, 4, 5.5]).PValue, 0.9, 1);
        var many = ShapiroWilk.Test([.. Enumerable.Range(0, 6_000).Select(i => (double)i)]);
        Assert.Equal(ResultStatus.Undefined, many.Status);
        Assert.InRange(many.Statistic, 0.9, 0.97);
        Assert.Equal(double.NaN, many.PValue);
    }

    /// <summary>SciPy 1.10.1, scipy.stats.jarque_bera.</summary>
    [Theory]
    [InlineData(nameof(Few), 2.06570291718961, 0.355990420003469)]
    [InlineData(nameof(Bell), 0.8020667009161553, 0.6696277282740533)]
    [InlineData(nameof(Skewed), 166.17650719972272, 8.226781269450133e-37)]
    public void JarqueBera_ReferenceValues_Agree(string name, double statistic, double pValue)
    {
        var result = JarqueBera.Test(Sample(name));
        Relative.Equal(statistic, result.Statistic, 1e-12);
        Relative.Equal(pValue, result.PValue, 1e-11);
    }

    /// <summary>SciPy 1.10.1, scipy.stats.normaltest, skewtest and kurtosistest.</summary>
    [Theory]
    [InlineData(
        nameof(Few),
        6.1261768500766856,
        0.04674310947412575,
        1.8783215850949933,
        0.06033718544409894,
        1.6118575846032173,
        0.10699293390906643
    )]
    [InlineData(
        nameof(Bell),
        0.8437274732800365,
        0.655823398004918,
        0.9168424937905396,
        0.35922518162592665,
        -0.05592240034173152,
        0.9554036258587758
    )]
    [InlineData(
        nameof(Skewed),
        42.23353975072132,
        6.746885928993425e-10,
        4.913333975757402,
        8.954055823202482e-07,
        4.2535501634974615,
        2.1040777598640482e-05
    )]
    public void DAgostinoPearson_ReferenceValues_Agree(
        string name,
        double statistic,
        double pValue,
        double skewness,
        double skewnessPValue,
        double kurtosis,
        double kurtosisPValue
    )
    {
        var result = DAgostinoPearson.Test(Sample(name));
        Relative.Equal(statistic, result.Statistic, 1e-11);
        Relative.Equal(pValue, result.PValue, 1e-10);
        Relative.Equal(skewness, result.SkewnessScore, 1e-11);
        Relative.Equal(skewnessPValue, result.SkewnessPValue, 1e-10);
        Relative.Equal(kurtosis, result.KurtosisScore, 1e-10);
        Relative.Equal(kurtosisPValue, result.KurtosisPValue, 1e-10);
    }

    /// <summary>statsmodels 0.13.5, normal_ad.</summary>
    [Theory]
    [InlineData(nameof(Few), 0.4322940213654025, 0.23316641451216583)]
    [InlineData(nameof(Bell), 0.286363606963544, 0.5994746897962135)]
    [InlineData(nameof(Skewed), 1.8355574238514691, 8.858939256865377e-05)]
    public void AndersonDarling_ReferenceValues_Agree(string name, double statistic, double pValue)
    {
        var result = AndersonDarlingNormality.Test(Sample(name));
        Relative.Equal(statistic, result.Statistic, 1e-11);
        Relative.Equal(pValue, result.PValue, 1e-10);
    }

    /// <summary>statsmodels 0.13.5, lilliefors(…, pvalmethod="approx"), which takes a table where p is above 0.1.</summary>
    [Theory]
    [InlineData(nameof(Few), 0.21368404875628788, null)]
    [InlineData(nameof(Bell), 0.1059095553165168, null)]
    [InlineData(nameof(Skewed), 0.1502192624918433, 0.023466067776519956)]
    public void Lilliefors_ReferenceValues_Agree(string name, double statistic, double? pValue)
    {
        var result = Lilliefors.Test(Sample(name));
        Relative.Equal(statistic, result.Statistic, 1e-12);
        Relative.Equal(pValue ?? result.PValue, result.PValue, 1e-11);
        Assert.InRange(result.PValue, 0.01, 0.6);
    }

    [Fact]
    public void AllTests_ShiftScaleAndOrder_ChangeNothing()
    {
        double[] moved = [.. Bell.Reverse().Select(x => (-8 * x) + 3)];
        Relative.Equal(ShapiroWilk.Test(Bell).Statistic, ShapiroWilk.Test(moved).Statistic, 1e-12);
        Relative.Equal(JarqueBera.Test(Bell).Statistic, JarqueBera.Test(moved).Statistic, 1e-10);
        Relative.Equal(DAgostinoPearson.Test(Bell).Statistic, DAgostinoPearson.Test(moved).Statistic, 1e-9);
        Relative.Equal(
            AndersonDarlingNormality.Test(Bell).Statistic,
            AndersonDarlingNormality.Test(moved).Statistic,
            1e-9
        );
        Relative.Equal(Lilliefors.Test(Bell).Statistic, Lilliefors.Test(moved).Statistic, 1e-11);
    }

    [Fact]
    public void AllTests_NormalSamples_KeepTheirLevel()
    {
        var random = new Xoshiro256(17);
        const int trials = 1_200;
        var rejected = new int[4];
        var halves = new int[4];
        for (var i = 0; i < trials; i++)
        {
            double[] x = [.. Enumerable.Range(0, 50).Select(_ => random.StandardNormal())];
            double[] p =
            [
                ShapiroWilk.Test(x).PValue,
                DAgostinoPearson.Test(x).PValue,
                AndersonDarlingNormality.Test(x).PValue,
                Lilliefors.Test(x).PValue,
            ];
            for (var test = 0; test < p.Length; test++)
            {
                rejected[test] += p[test] <= 0.05 ? 1 : 0;
                halves[test] += p[test] <= 0.5 ? 1 : 0;
            }
        }

        Assert.All(rejected, count => Assert.InRange(count / (double)trials, 0.03, 0.075));
        Assert.All(halves, count => Assert.InRange(count / (double)trials, 0.44, 0.56));
    }

    [Fact]
    public void AllTests_HugeAndFarValues_HaveAnAnswer()
    {
        // One value among 3,000 lies 54 deviations out: its logarithm is found where its probability underflows.
        double[] x = [.. Enumerable.Range(0, 3_000).Select(i => i == 0 ? 1e6 : i % 7 / 7.0)];
        var result = AndersonDarlingNormality.Test(x);
        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.True(double.IsFinite(result.Statistic) && result.PValue < 1e-29);
        Assert.True(ShapiroWilk.Test(x).PValue < 1e-10);
        Assert.True(Lilliefors.Test(x).PValue is >= 0 and < 1e-10);
        Assert.Equal(ResultStatus.Undefined, ShapiroWilk.Test([1e300, 3e300, 2.5e300, -1e300]).Status);
    }

    [Fact]
    public void AllTests_NoAnswer_HasAStatus()
    {
        Func<double[], (ResultStatus Status, double P)>[] tests =
        [
            x => (ShapiroWilk.Test(x).Status, ShapiroWilk.Test(x).PValue),
            x => (JarqueBera.Test(x).Status, JarqueBera.Test(x).PValue),
            x => (DAgostinoPearson.Test(x).Status, DAgostinoPearson.Test(x).PValue),
            x => (AndersonDarlingNormality.Test(x).Status, AndersonDarlingNormality.Test(x).PValue),
            x => (Lilliefors.Test(x).Status, Lilliefors.Test(x).PValue),
        ];
        Assert.All(
            tests,
            test =>
            {
                Assert.Equal((ResultStatus.Empty, double.NaN), test([]));
                Assert.Equal((ResultStatus.TooFewRows, double.NaN), test([1]));
                Assert.Equal((ResultStatus.Constant, double.NaN), test([2, 2, 2, 2, 2, 2, 2, 2, 2]));
                Assert.Equal(ResultStatus.Infinite, test([1, 2, double.PositiveInfinity]).Status);
                Assert.Equal("values", Assert.Throws<ArgumentException>(() => test([1, double.NaN])).ParamName);
            }
        );
        var moments = new MomentsDefinition().Create();
        moments.Add(Bell);
        Assert.Equal(JarqueBera.Test(Bell), JarqueBera.Test(moments.Value));
        Assert.Equal(DAgostinoPearson.Test(Bell), DAgostinoPearson.Test(moments.Value));
    }
}
