using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.MultipleTesting;

public sealed class BenjaminiHochbergTests
{
    private static Gen<double[]> PValues { get; } = Gen.Choose(0, 1000).Select(i => Math.Pow(i / 1000.0, 3)).ArrayOf();

    /// <summary>statsmodels 0.13.5, multipletests(method="fdr_bh").</summary>
    [Theory]
    [InlineData(new[] { 0.01, 0.04, 0.03, 0.005 }, new[] { 0.02, 0.04, 0.04, 0.02 })]
    [InlineData(new[] { 0.2, 0.2, 0.2 }, new[] { 0.2, 0.2, 0.2 })]
    [InlineData(new[] { 0.9, 0.001, 0.05, 0.05, 0.3, 1.0, 0.0 }, new[] { 1.0, 0.0035, 0.0875, 0.0875, 0.42, 1.0, 0.0 })]
    [InlineData(new double[0], new double[0])]
    public void Adjust_ReferenceValues_Agree(double[] pValues, double[] expected)
    {
        var adjusted = Adjusted(pValues);

        Assert.Equal(expected.Length, adjusted.Length);
        Assert.All(expected.Zip(adjusted), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void Adjust_AnyFamily_IsNoSmallerAndKeepsTheOrder() =>
        Law.Holds(
            PValues,
            pValues =>
            {
                var adjusted = Adjusted(pValues);
                for (var i = 0; i < pValues.Length; i++)
                {
                    Assert.InRange(adjusted[i], pValues[i], Math.Min(1, pValues[i] * pValues.Length));
                    for (var j = 0; j < pValues.Length; j++)
                    {
                        Assert.True(
                            pValues[i] < pValues[j]
                                ? adjusted[i] <= adjusted[j]
                                : pValues[i] > pValues[j] || adjusted[i] == adjusted[j]
                        );
                    }
                }
            }
        );

    [Fact]
    public void Adjust_InPlace_GivesTheSame()
    {
        double[] pValues = [0.01, 0.04, 0.03, 0.005];
        var expected = Adjusted(pValues);

        BenjaminiHochberg.Adjust(pValues, pValues);

        Assert.Equal(expected, pValues);
    }

    /// <summary>The step-up rule itself: all up to the largest i with p_(i) ≤ α i / m.</summary>
    [Fact]
    public void Reject_AnyFamily_IsTheStepUpRule() =>
        Law.Holds(
            PValues,
            pValues =>
            {
                const double rate = 0.1;
                var sorted = pValues.Order().ToArray();
                var last = Array.FindLastIndex(
                    sorted,
                    p => p <= rate * (Array.LastIndexOf(sorted, p) + 1) / sorted.Length
                );
                var rejected = new bool[pValues.Length];

                var count = BenjaminiHochberg.Reject(pValues, rate, rejected);

                Assert.Equal(last + 1, count);
                Assert.Equal(pValues.Select(p => last >= 0 && p <= sorted[last]), rejected);
            }
        );

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Adjust_NoPValue_IsNamedWithItsPosition(double value)
    {
        var exception = Assert.Throws<ArgumentException>(() => BenjaminiHochberg.Adjust([0.5, value], new double[2]));

        Assert.Equal("pValues", exception.ParamName);
        Assert.Contains("position 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdjustAndReject_OtherLengths_AreRefused()
    {
        Assert.Equal(
            "adjusted",
            Assert.Throws<ArgumentException>(() => BenjaminiHochberg.Adjust([0.5], new double[2])).ParamName
        );
        Assert.Equal(
            "rejected",
            Assert.Throws<ArgumentException>(() => BenjaminiHochberg.Reject([0.5], 0.05, new bool[2])).ParamName
        );
        Assert.Equal(
            "falseDiscoveryRate",
            Assert.Throws<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Reject([0.5], 1, new bool[1])).ParamName
        );
    }

    private static double[] Adjusted(double[] pValues)
    {
        var adjusted = new double[pValues.Length];
        BenjaminiHochberg.Adjust(pValues, adjusted);
        return adjusted;
    }
}
