using Mlops.Drift.Presets.Evidently;
using static Mlops.Drift.Tests.Presets.PresetAssert;

namespace Mlops.Drift.Tests.Presets;

/// <summary>The literals of evidentlyai/evidently a4aa4c2 (0.7.21), tests/stattests/test_stattests.py and tests/calculations/stattests/test_utils.py, with their tolerances.</summary>
public class EvidentlyMethodsTests
{
    private static readonly long[] _reference = [16, 18, 16, 14, 12, 12];
    private static readonly long[] _current = [16, 16, 16, 16, 16, 8];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ChiSquareAndHellinger_OfFrequencies_AreThePeers(int scale)
    {
        long[] reference = Array.ConvertAll(_reference, count => count * scale);

        Literal(0.67309, 1e-5, EvidentlyMethods.ChiSquare(reference, _current));
        Literal(0.06812, 1e-5, EvidentlyMethods.Hellinger(reference, _current));
    }

    [Fact]
    public void Categories_WithMissing_AreThePeers()
    {
        Literal(1, 1e-5, EvidentlyMethods.ChiSquare([10, 10], [10, 10], referenceMissing: 10, currentMissing: 10));
        Literal(0, 1e-5, EvidentlyMethods.Hellinger([10L, 10], [10, 10]));
        Literal(1, 1e-5, EvidentlyMethods.ChiSquare([10, 10, 10], [10, 10, 10]));
    }

    [Fact]
    public void Hellinger_OfNumbers_IsThePeers()
    {
        double[] values = [38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0, double.NaN];
        var ones = Enumerable.Repeat(1.0, 50).ToArray();

        Literal(0, 1e-5, EvidentlyMethods.Hellinger(values, values));
        Literal(0, 1e-3, EvidentlyMethods.Hellinger(ones, ones));
        Literal(0, 1e-3, EvidentlyMethods.Hellinger([50L], [50]));
    }

    [Fact]
    public void TwoProportions_OfCategories_AreThePeers()
    {
        Literal(1, 1e-5, EvidentlyMethods.TwoProportions([10, 10], [10, 10]));
        Literal(1, 1e-5, EvidentlyMethods.TwoProportions([10, 0], [10, 10], referenceMissing: 10));
    }

    [Fact]
    public void GTest_OfFrequencies_IsThePeers()
    {
        Literal(0.8176, 1e-3, EvidentlyMethods.GTest([5, 5, 8], [4, 6, 8]));
    }

    [Fact]
    public void Tests_OfTwoSmallSamples_AreThePeers()
    {
        double[] reference = [38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0],
            current = [39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8];

        Literal(0.0635, 1e-3, EvidentlyMethods.AndersonDarling(reference, current));
        Literal(0.084, 1e-3, EvidentlyMethods.TTest(reference, current));
        Literal(0, 1e-5, EvidentlyMethods.EnergyDistance(reference, reference));
        Literal(1.9, 0.1, EvidentlyMethods.EnergyDistance(reference, Array.ConvertAll(reference, x => x + 5)));
    }

    [Fact]
    public void CramerVonMises_OfNormals_IsThePeers()
    {
        double[] reference = new NumPyState(0).Normal(0, 1, 100),
            current = new NumPyState(1).Normal(0, 1, 100);

        Literal(0.8076839, 1e-3, EvidentlyMethods.CramerVonMises(reference, current));
    }

    [Fact]
    public void RankTests_OfRepeatedValues_AreThePeers()
    {
        var reference = Repeat((1, 16), (2, 18), (3, 16), (4, 14), (5, 12), (6, 12));
        var current = Repeat((1, 16), (2, 16), (3, 16), (4, 16), (5, 16), (6, 8));

        Literal(0.481, 1e-2, EvidentlyMethods.MannWhitney(reference, current));
        Literal(0.81, 1e-2, EvidentlyMethods.EppsSingleton(reference, current));
    }

    [Fact]
    public void MannWhitney_OfSmallerValues_SeesNothing()
    {
        double[] reference = [.. Enumerable.Range(0, 50).Select(i => i + 100.0)],
            current = [.. Enumerable.Range(0, 50).Select(i => (double)i)];

        Assert.True(EvidentlyMethods.MannWhitney(reference, current).Value > 0.999);
        Assert.True(EvidentlyMethods.MannWhitney(current, reference).Value < 1e-15);
    }

    [Theory]
    [InlineData(new long[] { 45, 45 }, new long[] { 30, 60 }, 0.033)]
    [InlineData(new long[] { 3, 3 }, new long[] { 6, 0 }, 0.181)]
    [InlineData(new long[] { 6 }, new long[] { 6 }, 1.0)]
    [InlineData(new long[] { 2, 4 }, new long[] { 2, 4 }, 1.0)]
    [InlineData(new long[] { 6, 0 }, new long[] { 0, 6 }, 0.0021)]
    [InlineData(new long[] { 90, 60 }, new long[] { 60, 90 }, 0.00078)]
    public void FisherExact_OfCounts_IsThePeers(long[] reference, long[] current, double expected)
    {
        Literal(expected, 1e-3, EvidentlyMethods.FisherExact(reference, current));
    }

    [Fact]
    public void FisherExact_WherePeerThrows_HasAStatus()
    {
        Assert.Equal(ResultStatus.Undefined, EvidentlyMethods.FisherExact([4, 1, 1], [2, 4, 0]).Status);
        Assert.Equal(ResultStatus.Undefined, EvidentlyMethods.FisherExact([1, 2], [2, 2]).Status);
    }

    [Theory]
    [InlineData(new[] { 16, 16, 16, 16, 16, 8 }, 0.928)]
    [InlineData(new[] { 10, 10, 24, 24, 10, 10 }, 0.085)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 88 }, 0.0)]
    [InlineData(new[] { 16, 18, 16, 14, 12, 12 }, 1.0)]
    [InlineData(new[] { 10, 24, 12, 16, 8, 16 }, 0.309)]
    public void TotalVariation_OfSeed0_IsThePeersPermutationForPermutation(int[] current, double expected)
    {
        Assert.Equal(expected, EvidentlyMethods.TotalVariation(Codes(16, 18, 16, 14, 12, 12), Codes(current)).Value);
    }

    [Theory]
    [InlineData(new[] { 16, 16, 16, 16, 16, 8 }, 0.0628, 0.99)]
    [InlineData(new[] { 16, 16, 16, 16, 16, 8 }, 0.204, 0.14)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 88 }, 0.863, 0.0)]
    [InlineData(new[] { 16, 18, 16, 14, 12, 12 }, 0.0, 1.0)]
    public void PermutationTest_OfAGivenDistance_IsThePeers(int[] current, double observed, double expected)
    {
        var score = EvidentlyMethods.TotalVariation(Codes(16, 18, 16, 14, 12, 12), Codes(current), observed, 100);

        Assert.Equal(expected, score.Value);
    }

    [Fact]
    public void MaximumMeanDiscrepancy_OfLiterals_IsThePeers()
    {
        double[] mixed = [.. Enumerable.Repeat<double[]>([1, 0, 1, 0, 1], 5).SelectMany(values => values)];
        var ones = Enumerable.Repeat(1.0, 25).ToArray();

        Literal(0, 0.1, EvidentlyMethods.MaximumMeanDiscrepancy(ones, new double[25]));
        Literal(0.955, 0.1, EvidentlyMethods.MaximumMeanDiscrepancy(mixed, mixed));
        Literal(1, 0.1, EvidentlyMethods.MaximumMeanDiscrepancy(ones, ones));
        Literal(0.96, 0.1, EvidentlyMethods.MaximumMeanDiscrepancy([1.1, 0.2, 2.1, 0, 1], [1.0, 0, 2, 0, 1]));
    }

    [Fact]
    public void MaximumMeanDiscrepancy_OfNormals_IsThePeersPermutationForPermutation()
    {
        var state = new NumPyState(3);
        double[] reference = state.Normal(0, 1, 60),
            current = state.Normal(0.4, 1, 50);

        // A re-implementation in NumPy 1.24 with numpy.random.seed(0).
        Assert.Equal(0.01, EvidentlyMethods.MaximumMeanDiscrepancy(reference, current).Value);
    }

    [Fact]
    public void Sigma_OfTheLiteralDistances_IsThePeers()
    {
        // The squared distances of 0, 1 and 2.
        Assert.Equal(Math.Sqrt(0.5), EvidentlyMethods.Sigma([0.0, 1, 2]), 1e-9);
    }

    [Fact]
    public void Numbers_OfNormals_AgreeWithSciPyToTheDigit()
    {
        // SciPy 1.10.1 and NumPy 1.24.2, seed 7: normal(0, 1, 1500), then normal(0.3, 1.2, 700).
        var state = new NumPyState(7);
        double[] reference = state.Normal(0, 1, 1500),
            current = state.Normal(0.3, 1.2, 700);

        Digits(0.12582592648013238, EvidentlyMethods.JensenShannon(reference, current));
        Digits(0.05498590364870705, EvidentlyMethods.KullbackLeibler(reference, current));
        Digits(0.14203461888813684, EvidentlyMethods.PopulationStability(reference, current));
        Digits(0.1318091309553805, EvidentlyMethods.Hellinger(reference, current));
        Digits(0.26809695323071403, EvidentlyMethods.Wasserstein(reference, current));
        Digits(1.0684819620449362e-05, EvidentlyMethods.KolmogorovSmirnov(reference, current), 1e-9);
    }

    [Fact]
    public void Numbers_OfFewValues_AgreeWithSciPyToTheDigit()
    {
        // Seed 7: choice([1, 2, 3, 4, 7], 300), then choice([2, 3, 4, 9], 200). Each value is a bin; two are empty on a side.
        var state = new NumPyState(7);
        double[] reference = state.Choice([1.0, 2, 3, 4, 7], 300),
            current = state.Choice([2.0, 3, 4, 9], 200);

        Digits(0.47508319905240903, EvidentlyMethods.JensenShannon(reference, current));
        Digits(3.077117619406374, EvidentlyMethods.KullbackLeibler(reference, current));
        Digits(4.8285064465653305, EvidentlyMethods.PopulationStability(reference, current));
        Digits(0.09102716058139466, EvidentlyMethods.Hellinger(reference, current));
        Digits(0.3818583254403573, EvidentlyMethods.Wasserstein(reference, current));
        Digits(8.478802078729432e-05, EvidentlyMethods.KolmogorovSmirnov(reference, current), 1e-9);
    }

    [Fact]
    public void Numbers_WithARareBin_AreFilledAsThePeer()
    {
        // 0 to 1499 against 0 to 1399 and 5000: a share of 1/1401 is not rare enough for the small filling, the empty bins get 0.0001.
        double[] reference = [.. Enumerable.Range(0, 1500).Select(i => (double)i)],
            current = [.. Enumerable.Range(0, 1400).Select(i => (double)i), 5000];

        Digits(0.050831283068447954, EvidentlyMethods.JensenShannon(reference, current));
        Digits(0.01009759635650069, EvidentlyMethods.KullbackLeibler(reference, current));
        Digits(0.019945015424185027, EvidentlyMethods.PopulationStability(reference, current));
        Digits(0.06436636995320033, EvidentlyMethods.Hellinger(reference, current));
        Digits(0.11992343655453692, EvidentlyMethods.Wasserstein(reference, current));
    }

    [Fact]
    public void TwoProportions_OfCounts_AgreesWithSciPyToTheDigit()
    {
        Digits(0.09939953216165565, EvidentlyMethods.TwoProportions([70, 30], [65, 45]), 1e-11);
    }

    [Fact]
    public void Methods_WherePeerFails_HaveAStatus()
    {
        Assert.Equal(ResultStatus.Empty, EvidentlyMethods.KolmogorovSmirnov([double.NaN], [1.0]).Status);
        Assert.Equal(ResultStatus.Undefined, EvidentlyMethods.GTest([5, 5], [5, 6]).Status);
        Assert.Equal(ResultStatus.Constant, EvidentlyMethods.ChiSquare([5], [6]).Status);
        Assert.Equal(ResultStatus.Undefined, EvidentlyMethods.ChiSquare([5, 5], [5, 5], referenceMissing: 3).Status);
        Assert.Equal(0, EvidentlyMethods.ChiSquare([5, 0], [5, 5]).Value);
        Assert.Throws<ArgumentException>(() => EvidentlyMethods.ChiSquare([5, -1], [5, 5]));
        Assert.Throws<ArgumentException>(() => EvidentlyMethods.JensenShannon([5L], [5, 5]));
    }
}
