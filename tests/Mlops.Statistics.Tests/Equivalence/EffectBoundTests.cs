using Mlops.Statistics.Divergences;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Equivalence;

public sealed class EffectBoundTests
{
    /// <summary>SciPy 1.10.1: brentq on the distance of a tenth a decile from the shifted (scaled) normal's shares of them.</summary>
    [Fact]
    public void Equivalents_DefaultBound_AreTheDocumentedOnes()
    {
        var equivalents = EffectBound.Equivalents();

        Relative.Equal(0.2413524691805064, equivalents.Shift, 1e-9);
        Relative.Equal(1.2311272066074541, equivalents.ScaleRatio, 1e-9);
        Relative.Equal(0.09605251654541425, equivalents.KolmogorovSmirnov, 1e-9);
        Relative.Equal(0.055757021953768596, equivalents.PopulationStability, 1e-9);
        Relative.Equal(0.01985636684379581, equivalents.MissingFromNone, 1e-9);
        Relative.Equal(0.11378451490827357, equivalents.MissingFromFivePercent, 1e-9);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.4)]
    public void Distance_OfEachEquivalent_IsTheBound(double distance)
    {
        var equivalents = EffectBound.Equivalents(distance);

        Relative.Equal(distance, EffectBound.JensenShannon(distance).Distance, 0);
        Relative.Equal(distance, EffectBound.Shift(equivalents.Shift).Distance, 1e-9);
        Relative.Equal(distance, EffectBound.ScaleRatio(equivalents.ScaleRatio).Distance, 1e-9);
        Relative.Equal(distance, EffectBound.KolmogorovSmirnov(equivalents.KolmogorovSmirnov).Distance, 1e-9);
        Relative.Equal(distance, EffectBound.PopulationStability(equivalents.PopulationStability).Distance, 1e-9);
        Relative.Equal(distance, EffectBound.MissingShare(0, equivalents.MissingFromNone).Distance, 1e-9);
        Relative.Equal(distance, EffectBound.MissingShare(0.05, equivalents.MissingFromFivePercent).Distance, 1e-9);
    }

    [Fact]
    public void Equivalents_LargeDistance_SaysWhatNothingReaches()
    {
        var equivalents = EffectBound.Equivalents(0.99);

        Assert.Equal(double.PositiveInfinity, equivalents.Shift);
        Assert.Equal(double.PositiveInfinity, equivalents.ScaleRatio);
        Assert.Equal(1, equivalents.KolmogorovSmirnov);
        Assert.Equal(double.PositiveInfinity, equivalents.PopulationStability);
        Assert.InRange(equivalents.MissingFromNone, 0.9, 1);
        Assert.Equal(double.NaN, equivalents.MissingFromFivePercent);
    }

    [Fact]
    public void MissingShare_Shares_AreTwoBins() =>
        Relative.Equal(
            JensenShannon.Distance([0.98, 0.02], [0.9, 0.1]),
            EffectBound.MissingShare(0.02, 0.1).Distance,
            1e-13
        );

    [Fact]
    public void Describe_EachMeasure_SaysItInWords()
    {
        Assert.Equal("a Jensen-Shannon distance of 0.1", EffectBound.JensenShannon(0.1).Describe());
        Assert.Equal(
            "a shift of 0.25 standard deviations (Jensen-Shannon distance 0.104)",
            EffectBound.Shift(0.25).Describe()
        );
        Assert.Equal("a scale of 1.2 (Jensen-Shannon distance 0.0882)", EffectBound.ScaleRatio(1.2).Describe());
        Assert.Equal(
            "a Kolmogorov-Smirnov distance of 0.1 (Jensen-Shannon distance 0.104)",
            EffectBound.KolmogorovSmirnov(0.1).Describe()
        );
        Assert.Equal(
            "a population stability index of 0.1 (Jensen-Shannon distance 0.134)",
            EffectBound.PopulationStability(0.1).ToString()
        );
        Assert.Equal(
            "missing rows from 0% to 2.5% (Jensen-Shannon distance 0.112)",
            EffectBound.MissingShare(0, 0.025).Describe()
        );
        Assert.Equal("no bound", default(EffectBound).Describe());
    }

    [Fact]
    public void Factories_OutOfRange_AreRefused()
    {
        Assert.Equal(
            "distance",
            Assert.Throws<ArgumentOutOfRangeException>(() => EffectBound.JensenShannon(1)).ParamName
        );
        Assert.Equal(
            "standardDeviations",
            Assert.Throws<ArgumentOutOfRangeException>(() => EffectBound.Shift(0)).ParamName
        );
        Assert.Equal("ratio", Assert.Throws<ArgumentOutOfRangeException>(() => EffectBound.ScaleRatio(1)).ParamName);
        Assert.Equal(
            "distance",
            Assert.Throws<ArgumentOutOfRangeException>(() => EffectBound.KolmogorovSmirnov(double.NaN)).ParamName
        );
        Assert.Equal(
            "index",
            Assert.Throws<ArgumentOutOfRangeException>(() => EffectBound.PopulationStability(11)).ParamName
        );
        Assert.Equal(
            "to",
            Assert.Throws<ArgumentOutOfRangeException>(() => EffectBound.MissingShare(0.2, 0.2)).ParamName
        );
        Assert.Equal(
            "from",
            Assert.Throws<ArgumentOutOfRangeException>(() => EffectBound.MissingShare(-0.2, 0.2)).ParamName
        );
        Assert.Equal(
            "distance",
            Assert.Throws<ArgumentOutOfRangeException>(() => EffectBound.Equivalents(0)).ParamName
        );
    }
}
