using Mlops.Registry.Risk;

namespace Mlops.Registry.Tests.Risk;

public sealed class RiskAcceptabilityMatrixTests
{
    [Fact]
    public void Default_Products_AreInTheirBands()
    {
        foreach (var likelihood in Enum.GetValues<HazardLikelihood>())
        {
            foreach (var severity in Enum.GetValues<HazardSeverity>())
            {
                var product = (int)likelihood * (int)severity;
                Assert.Equal(
                    product <= 4 ? RiskAcceptability.Acceptable
                        : product <= 12 ? RiskAcceptability.ReduceFurther
                        : RiskAcceptability.Unacceptable,
                    RiskAcceptabilityMatrix.Default.Judge(new RiskEstimate(likelihood, severity))
                );
            }
        }
    }

    [Fact]
    public void Constructor_MoreSevereButMoreAcceptable_NamesTheCell()
    {
        var rows = Rows();
        rows[1][1] = RiskAcceptability.Unacceptable;

        var exception = Assert.Throws<ArgumentException>(() => new RiskAcceptabilityMatrix(rows));

        Assert.Contains("remote and serious", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_OtherShapeOrNoJudgement_Throws()
    {
        var rows = Rows();
        rows[0][0] = 0;

        Assert.Throws<ArgumentException>(() => new RiskAcceptabilityMatrix(rows));
        Assert.Throws<ArgumentException>(() => new RiskAcceptabilityMatrix(Rows()[..4]));
    }

    [Fact]
    public void Equals_SameCells_AreEqual() =>
        Assert.Equal(new RiskAcceptabilityMatrix(Rows()), new RiskAcceptabilityMatrix(Rows()));

    [Fact]
    public void Judge_NoPointOfTheScale_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RiskAcceptabilityMatrix.Default.Judge(new RiskEstimate(0, HazardSeverity.Minor))
        );

    private static RiskAcceptability[][] Rows() =>
        [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Repeat(RiskAcceptability.ReduceFurther, 5).ToArray())];
}
