using FsCheck.Fluent;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.MultipleTesting;

public sealed class PValueAdjustmentTests
{
    private static readonly double[] Family = [0.01, 0.04, 0.03, 0.005, 0.9, 0.0, 1.0];

    /// <summary>statsmodels 0.13.5, multipletests.</summary>
    [Theory]
    [InlineData(PValueAdjustmentMethod.Bonferroni, new[] { 0.07, 0.28, 0.21, 0.035, 1.0, 0.0, 1.0 })]
    [InlineData(PValueAdjustmentMethod.Holm, new[] { 0.05, 0.12, 0.12, 0.03, 1.0, 0.0, 1.0 })]
    [InlineData(
        PValueAdjustmentMethod.BenjaminiHochberg,
        new[] { 0.023333333333333334, 0.056, 0.0525, 0.0175, 1.0, 0.0, 1.0 }
    )]
    [InlineData(
        PValueAdjustmentMethod.BenjaminiYekutieli,
        new[] { 0.0605, 0.14519999999999997, 0.136125, 0.045375, 1.0, 0.0, 1.0 }
    )]
    public void Adjust_ReferenceValues_Agree(PValueAdjustmentMethod method, double[] expected) =>
        Assert.All(Adjusted(Family, method).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-15));

    [Fact]
    public void Adjust_AnyFamily_KeepsTheOrderAndTheOrderOfStrictness() =>
        Law.Holds(
            Gen.Choose(0, 1000).Select(i => Math.Pow(i / 1000.0, 3)).ArrayOf(),
            pValues =>
            {
                double[] bonferroni = Adjusted(pValues, PValueAdjustmentMethod.Bonferroni),
                    holm = Adjusted(pValues, PValueAdjustmentMethod.Holm),
                    hochberg = Adjusted(pValues, PValueAdjustmentMethod.BenjaminiHochberg),
                    yekutieli = Adjusted(pValues, PValueAdjustmentMethod.BenjaminiYekutieli);
                for (var i = 0; i < pValues.Length; i++)
                {
                    Assert.InRange(hochberg[i], pValues[i], holm[i] * (1 + 1e-15));
                    Assert.InRange(holm[i], pValues[i], bonferroni[i]);
                    Assert.InRange(yekutieli[i], hochberg[i], 1);
                    for (var j = 0; j < pValues.Length; j++)
                    {
                        Assert.True(pValues[i] > pValues[j] || holm[i] <= holm[j]);
                        Assert.True(pValues[i] != pValues[j] || yekutieli[i] == yekutieli[j]);
                    }
                }
            }
        );

    /// <summary>60 true and 20 false nulls, 4,000 times over: the share of false rejections, and how often there is any, stay at the level within 3 standard errors.</summary>
    [Theory]
    [InlineData(PValueAdjustmentMethod.Bonferroni)]
    [InlineData(PValueAdjustmentMethod.Holm)]
    [InlineData(PValueAdjustmentMethod.BenjaminiHochberg)]
    [InlineData(PValueAdjustmentMethod.BenjaminiYekutieli)]
    public void Adjust_SimulatedFamilies_KeepTheirErrorRates(PValueAdjustmentMethod method)
    {
        const int families = 4_000;
        const double level = 0.1;
        var random = new Xoshiro256(11);
        double anyFalse = 0,
            falseShare = 0,
            power = 0;
        var pValues = new double[80];
        for (var family = 0; family < families; family++)
        {
            for (var i = 0; i < pValues.Length; i++)
            {
                var uniform = random.NextUniform();
                pValues[i] = i < 60 ? uniform : Normal.Survival(Normal.Quantile(uniform) + 3);
            }

            var adjusted = Adjusted(pValues, method);
            var wrong = adjusted.Take(60).Count(p => p <= level);
            var right = adjusted.Skip(60).Count(p => p <= level);
            anyFalse += wrong > 0 ? 1.0 / families : 0;
            falseShare += wrong / (double)Math.Max(1, wrong + right) / families;
            power += right / 20.0 / families;
        }

        var controlsAny = method is PValueAdjustmentMethod.Bonferroni or PValueAdjustmentMethod.Holm;
        var margin = 3 * Math.Sqrt(level * (1 - level) / families);
        Assert.InRange(controlsAny ? anyFalse : falseShare, 0, level + margin);
        Assert.True(power > 0.35, FormattableString.Invariant($"The power is {power}."));

        // Benjamini and Hochberg's procedure spends its level in full: the expected share is α 60 / 80.
        if (method == PValueAdjustmentMethod.BenjaminiHochberg)
        {
            Assert.InRange(falseShare, (level * 60 / 80) - margin, (level * 60 / 80) + margin);
        }
    }

    [Fact]
    public void Adjust_InPlaceOrEmpty_Works()
    {
        double[] pValues = [.. Family];
        PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.Holm, pValues);

        Assert.Equal(Adjusted(Family, PValueAdjustmentMethod.Holm), pValues);
        Assert.Empty(Adjusted([], PValueAdjustmentMethod.BenjaminiYekutieli));
    }

    [Fact]
    public void Adjust_BadArguments_AreNamed()
    {
        var outside = Assert.Throws<ArgumentException>(() =>
            PValueAdjustment.Adjust([0.5, 1.5], PValueAdjustmentMethod.Holm, new double[2])
        );

        Assert.Equal("pValues", outside.ParamName);
        Assert.Contains("1.5 at position 1", outside.Message, StringComparison.Ordinal);
        Assert.Equal(
            "adjusted",
            Assert
                .Throws<ArgumentException>(() =>
                    PValueAdjustment.Adjust([0.5], PValueAdjustmentMethod.Holm, new double[2])
                )
                .ParamName
        );
        Assert.Equal(
            "method",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    PValueAdjustment.Adjust([0.5], (PValueAdjustmentMethod)9, new double[1])
                )
                .ParamName
        );
    }

    private static double[] Adjusted(double[] pValues, PValueAdjustmentMethod method)
    {
        var adjusted = new double[pValues.Length];
        PValueAdjustment.Adjust(pValues, method, adjusted);
        return adjusted;
    }
}
