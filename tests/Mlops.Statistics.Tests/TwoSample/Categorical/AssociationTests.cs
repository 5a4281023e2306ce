using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.TwoSample.Categorical;

public sealed class AssociationTests
{
    private static readonly long[,] Table =
    {
        { 5, 9, 2 },
        { 3, 6, 11 },
        { 1, 4, 8 },
    };

    /// <summary>The definitions in Python; the standard errors from derivatives taken numerically.</summary>
    [Fact]
    public void GoodmanKruskal_ReferenceValues_Agree()
    {
        Near(0.10927713590757063, 0.05932840562336744, GoodmanKruskal.Tau(Table));
        Near(0.25, 0.10258147585435773, GoodmanKruskal.Lambda(Table));
        Near(0.523809523809524, 0.14923080123520108, GoodmanKruskal.Gamma(Table));
        Near(0.10259429362367921, 0.056751573532236754, GoodmanKruskal.TheilU(Table));

        static void Near(double value, double error, AssociationResult result)
        {
            Relative.Equal(value, result.Value, 1e-13);
            Relative.Equal(error, result.StandardError, 1e-7);
            Assert.True(result.Interval.Contains(value));
        }
    }

    [Fact]
    public void GoodmanKruskal_RowsThatDecide_AreOne()
    {
        long[,] table =
        {
            { 7, 0 },
            { 0, 9 },
        };

        foreach (
            var result in new[]
            {
                GoodmanKruskal.Tau(table),
                GoodmanKruskal.Lambda(table),
                GoodmanKruskal.Gamma(table),
                GoodmanKruskal.TheilU(table),
            }
        )
        {
            Relative.Equal(1, result.Value, 1e-14);
            Assert.Equal(0, result.StandardError, 1e-12);
        }
    }

    [Fact]
    public void GoodmanKruskal_NothingToPredict_HasAStatus()
    {
        long[,] column =
        {
            { 3, 0 },
            { 4, 0 },
        };
        Assert.Equal(
            (ResultStatus.Undefined, double.NaN),
            (GoodmanKruskal.Tau(column).Status, GoodmanKruskal.Tau(column).Value)
        );
        Assert.Equal(ResultStatus.Undefined, GoodmanKruskal.Lambda(column).Status);
        Assert.Equal(ResultStatus.Undefined, GoodmanKruskal.Gamma(column).Status);
        Assert.Equal(ResultStatus.Undefined, GoodmanKruskal.TheilU(column).Status);
        Assert.Equal(ResultStatus.Empty, GoodmanKruskal.Lambda(new long[0, 0]).Status);
    }

    /// <summary>Bergsma's formula, and the noncentrality by SciPy's ncx2 and a root finder.</summary>
    [Fact]
    public void CramerV_ReferenceValues_Agree()
    {
        var result = CramerV.Of([10, 20, 30], [6, 40, 14]);

        Relative.Equal(0.33522192257329675, result.Value, 1e-14);
        Relative.Equal(0.3104462991237237, result.BiasCorrected, 1e-13);
        Relative.Equal(0.13693865707160932, result.Interval.Lower, 1e-9);
        Relative.Equal(0.5039851862876349, result.Interval.Upper, 1e-9);
    }

    [Fact]
    public void CramerV_NoDifference_ReachesZero()
    {
        var result = CramerV.Of([10, 20, 30], [11, 21, 29]);

        Assert.Equal((0.0, 0.0), (result.BiasCorrected, result.Interval.Lower));
        Assert.True(result.Value > 0 && result.Interval.Upper > result.Value);
        Assert.Equal(ResultStatus.Empty, CramerV.Of([0, 0], [1, 2]).Status);
        Assert.Equal(ResultStatus.Undefined, CramerV.Of([1], [2]).Status);
    }
}
