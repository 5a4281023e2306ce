using Mlops.Statistics.Stratified;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.Stratified;

public sealed class CochranMantelHaenszelTests
{
    private static readonly long[] Reference = [20, 30, 10, 40, 5, 9];
    private static readonly long[] Current = [25, 15, 18, 22, 6, 12];

    /// <summary>statsmodels, StratifiedTable([…]).test_null_odds(correction=False), oddsratio_pooled and oddsratio_pooled_confint().</summary>
    [Fact]
    public void Test_TwoClasses_AgreesWithReference()
    {
        var result = CochranMantelHaenszel.Test(Reference, Current, 2);

        Relative.Equal(8.762373352017706, result.Statistic, 1e-12);
        Relative.Equal(0.0030750862217638897, result.PValue, 1e-10);
        Assert.Equal((1, 3), (result.DegreesOfFreedom, result.ComparedStrata));
        Relative.Equal(0.42466281310211945, result.OddsRatio, 1e-12);
        Relative.Equal(0.23934681626374313, result.OddsRatioInterval.Lower, 1e-9);
        Relative.Equal(0.7534610555800562, result.OddsRatioInterval.Upper, 1e-9);
    }

    /// <summary>Of one stratum the statistic is the chi-square of homogeneity times (N - 1) / N.</summary>
    [Fact]
    public void Test_OneStratum_IsTheChiSquareTest()
    {
        long[] reference = [12, 30, 8, 0],
            current = [20, 15, 15, 0];
        var chiSquare = ChiSquareTest.Homogeneity(reference.AsSpan(0, 3), current.AsSpan(0, 3));

        var result = CochranMantelHaenszel.Test(reference, current, 4);

        Relative.Equal(chiSquare.Statistic * 99 / 100, result.Statistic, 1e-12);
        Assert.Equal(2, result.DegreesOfFreedom);
    }

    [Fact]
    public void Test_OrderOfClassesAndSides_MakesNoDifference()
    {
        long[] reference = [5, 9, 14, 20, 3, 8],
            current = [9, 4, 11, 13, 9, 9];

        var result = CochranMantelHaenszel.Test(reference, current, 3);
        var exchanged = CochranMantelHaenszel.Test(current, reference, 3);
        var turned = CochranMantelHaenszel.Test([14, 9, 5, 8, 3, 20], [11, 4, 9, 9, 9, 13], 3);

        Assert.Equal(result.Statistic, exchanged.Statistic, 1e-10);
        Assert.Equal(result.Statistic, turned.Statistic, 1e-10);
        Assert.Equal(2, result.DegreesOfFreedom);
    }

    [Fact]
    public void Test_NothingToCompare_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, CochranMantelHaenszel.Test([], [], 2).Status);
        Assert.Equal(ResultStatus.Empty, CochranMantelHaenszel.Test([1, 2], [0, 0], 2).Status);
        Assert.Equal(ResultStatus.Undefined, CochranMantelHaenszel.Test([1, 2, 0, 0], [0, 0, 3, 4], 2).Status);
        Assert.Equal(ResultStatus.Undefined, CochranMantelHaenszel.Test([5], [7], 1).Status);
        Assert.Equal(double.NaN, CochranMantelHaenszel.Test([5], [7], 1).PValue);
        Assert.Equal(double.PositiveInfinity, CochranMantelHaenszel.Test([3, 0], [1, 2], 2).OddsRatio);
    }

    [Fact]
    public void Test_WrongArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>(() => CochranMantelHaenszel.Test([1, -1], [1, 1], 2));
        Assert.Throws<ArgumentException>(() => CochranMantelHaenszel.Test([1, 1, 1], [1, 1, 1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => CochranMantelHaenszel.Test([], [], 0));
    }
}
