using Mlops.Statistics.Distributions;
using Mlops.Statistics.EffectSizes;
using Mlops.Statistics.Moments;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.EffectSizes;

public sealed class StandardizedDifferenceTests
{
    private static readonly double[] Reference = [2.1, 3.4, 1.9, 5.6, 4.4, 3.3, 2.8];
    private static readonly double[] Current = [4.0, 5.1, 6.2, 3.9, 7.7, 1.0];

    /// <summary>NumPy, and scipy.stats.nct (SciPy 1.10.1) solved by scipy.optimize.brentq.</summary>
    [Fact]
    public void CohenD_ReferenceValues_Agree()
    {
        var result = CohenD.Measure(Reference, Current);

        Relative.Equal(0.7111838298983886, result.Value, 1e-14);
        Relative.Equal(-0.43296228926748737, result.Interval.Lower, 1e-9);
        Relative.Equal(1.8255737078312786, result.Interval.Upper, 1e-9);
        Assert.Equal((7.0, 6.0), (result.ReferenceCount, result.CurrentCount));
        Relative.Equal(-result.Value, CohenD.Measure(Current, Reference).Value, 1e-15);
        Relative.Equal(-result.Interval.Lower, CohenD.Measure(Current, Reference).Interval.Upper, 1e-10);
    }

    /// <summary>scipy.special.gammaln.</summary>
    [Fact]
    public void HedgesG_ReferenceValues_Agree()
    {
        Relative.Equal(0.9299598099757784, HedgesG.Correction(11), 1e-13);
        Relative.Equal(0.6613723793101518, HedgesG.Measure(Reference, Current).Value, 1e-13);
        Relative.Equal(Math.Sqrt(1 / Math.PI), HedgesG.Correction(2), 1e-14);
        Relative.Equal(1 - (3 / ((4 * 1e7) - 1)), HedgesG.Correction(1e7), 1e-13);
        Assert.Equal(ResultStatus.TooFewRows, HedgesG.Measure([1], [2, 3]).Status);
        Assert.Equal(ResultStatus.Ok, CohenD.Measure([1], [2, 3]).Status);
    }

    /// <summary>The formulas in NumPy; categories by solving with the matrix of covariances.</summary>
    [Fact]
    public void StandardizedMeanDifference_ReferenceValues_Agree()
    {
        var numbers = StandardizedMeanDifference.Measure(Reference, Current);
        Relative.Equal(0.6944162130975341, numbers.Value, 1e-14);
        Relative.Equal(-0.4282009544618238, numbers.Interval.Lower, 1e-12);
        Relative.Equal(1.8170333806568921, numbers.Interval.Upper, 1e-12);

        var categories = StandardizedMeanDifference.MeasureCategories([30, 50, 20, 0, 0], [10, 40, 35, 15, 0]);
        Relative.Equal(0.8434934861361262, categories.Value, 1e-13);
        Relative.Equal(0.554249659356833, categories.Interval.Lower, 1e-12);
        Relative.Equal(1.1327373129154195, categories.Interval.Upper, 1e-12);

        var binary = StandardizedMeanDifference.MeasureCategories([30, 70], [45, 55]);
        Relative.Equal(0.15 / Math.Sqrt(((0.3 * 0.7) + (0.45 * 0.55)) / 2), binary.Value, 1e-14);
    }

    [Fact]
    public void StandardizedMeanDifference_EndsOfItsRange_AreAnswers()
    {
        Assert.Equal(0, StandardizedMeanDifference.MeasureCategories([2, 4], [3, 6]).Value);
        var disjoint = StandardizedMeanDifference.MeasureCategories([5, 0], [0, 7]);
        Assert.Equal((ResultStatus.Ok, double.PositiveInfinity), (disjoint.Status, disjoint.Value));
        Assert.Equal((0.0, double.PositiveInfinity), (disjoint.Interval.Lower, disjoint.Interval.Upper));
        Assert.Equal(ResultStatus.Constant, StandardizedMeanDifference.MeasureCategories([5, 0], [7, 0]).Status);
        Assert.Equal(ResultStatus.Empty, StandardizedMeanDifference.MeasureCategories([5, 1], [0, 0]).Status);
        Assert.Throws<ArgumentException>(() => StandardizedMeanDifference.MeasureCategories([5, 1], [0]));
        Assert.Throws<ArgumentException>(() => StandardizedMeanDifference.MeasureCategories([5, -1], [0, 1]));
    }

    [Fact]
    public void Measure_NoAnswer_HasAStatus()
    {
        Assert.Equal(ResultStatus.Constant, CohenD.Measure([1, 1], [2, 2]).Status);
        Assert.Equal(ResultStatus.Constant, StandardizedMeanDifference.Measure([1, 1], [2, 2]).Status);
        Assert.Equal(ResultStatus.Empty, HedgesG.Measure([], [2, 2]).Status);
        Assert.Equal(ResultStatus.TooFewRows, StandardizedMeanDifference.Measure([1], [2, 3]).Status);
        Assert.Equal(ResultStatus.Infinite, CohenD.Measure([1, double.PositiveInfinity], [2, 2]).Status);
        Assert.Equal(double.NaN, CohenD.Measure([1, 1], [2, 2]).Interval.Lower);
        Assert.Throws<ArgumentOutOfRangeException>(() => CohenD.Measure([1, 2], [2, 3], 1));
        Assert.Throws<ArgumentException>(() => CohenD.Measure([1, double.NaN], [2, 3]));
    }

    /// <summary>SciPy 1.10.1, scipy.stats.nct.</summary>
    [Theory]
    [InlineData(1.5, 3, 0.5, 0.7756949735869387, 0.22430502641306124)]
    [InlineData(-2, 10, 1, 0.003302485766631467, 0.9966975142333685)]
    [InlineData(30, 20, 25, 0.8305613288019649, 0.16943867119803516)]
    [InlineData(0, 5, 2, 0.02275013194817922, 0.9772498680518208)]
    [InlineData(3, 1, 0.1, 0.8844930695098221, 0.11550693049017785)]
    [InlineData(100, 200, 95, 0.8304100537727777, 0.16958994622722237)]
    [InlineData(2, 20000.0, 1.1, 0.815921249478738, 0.18407875052126194)]
    [InlineData(0.001, 7, -3, 0.9986543721958047, 0.0013456278041953373)]
    [InlineData(60, 4, 20, 0.97842664407776, 0.021573355922240006)]
    public void NoncentralT_ReferenceValues_Agree(
        double t,
        double degreesOfFreedom,
        double noncentrality,
        double lower,
        double upper
    )
    {
        var tails = NoncentralStudentT.Tails(t, degreesOfFreedom, noncentrality);
        Relative.Equal(lower, tails.Lower, 1e-9);
        Relative.Equal(upper, tails.Upper, 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(40)]
    [InlineData(1e6)]
    public void NoncentralT_WithoutNoncentrality_IsStudents(double degreesOfFreedom)
    {
        foreach (var t in (double[])[-20, -1, 0, 1e-3, 0.7, 5, 300])
        {
            var tails = NoncentralStudentT.Tails(t, degreesOfFreedom, 0);
            var expected = StudentT.Survival(t, degreesOfFreedom);
            if (expected > 1e-14)
            {
                Relative.Equal(expected, tails.Upper, 1e-10);
            }
        }
    }

    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(-4, 12)]
    [InlineData(60, 8)]
    [InlineData(1e5, 30)]
    [InlineData(900, 1e6)]
    [InlineData(0, 5)]
    public void Noncentrality_AnyProbability_GivesItBack(double t, double degreesOfFreedom)
    {
        foreach (var probability in (double[])[0.005, 0.3, 0.9, 0.995])
        {
            var noncentrality = NoncentralStudentT.Noncentrality(t, degreesOfFreedom, probability);
            Relative.Equal(probability, NoncentralStudentT.Tails(t, degreesOfFreedom, noncentrality).Lower, 1e-8);
        }
    }

    [Fact]
    public void Interval_NormalPopulations_CoversAtItsLevelAndGHasNoBias()
    {
        var random = new Xoshiro256(3);
        const int trials = 1_500;
        const double truth = 1.2;
        var covered = 0;
        double sumD = 0,
            sumG = 0;
        for (var i = 0; i < trials; i++)
        {
            double[] x = [.. Enumerable.Range(0, 5).Select(_ => random.StandardNormal())],
                y = [.. Enumerable.Range(0, 6).Select(_ => random.StandardNormal() + truth)];
            var d = CohenD.Measure(x, y, 0.9);
            covered += d.Interval.Contains(truth) ? 1 : 0;
            sumD += d.Value;
            sumG += d.Value * HedgesG.Correction(9);
        }

        Assert.InRange(covered / (double)trials, 0.88, 0.92);
        Assert.InRange(sumG / trials, truth - 0.07, truth + 0.07);
        Assert.True(sumD / trials > truth + 0.05);
    }

    [Fact]
    public void Measure_Summaries_AnswerAsTheirValues()
    {
        var published = CohenD.Measure(MeanSummary.OfNumbers(10, 4, 20), MeanSummary.OfNumbers(12, 4, 20));
        Relative.Equal(1, published.Value, 1e-15);
        Assert.Equal(2, published.StandardDeviation, 1e-14);
    }
}
