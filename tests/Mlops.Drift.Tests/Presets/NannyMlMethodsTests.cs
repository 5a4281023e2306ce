using Mlops.Drift.Presets.NannyMl;
using static Mlops.Drift.Tests.Presets.PresetAssert;

namespace Mlops.Drift.Tests.Presets;

/// <summary>
/// The literals of NannyML/nannyml 4c86ee3 (0.13.1), tests/drift/test_univariate_drift_methods.py, rounded as there to two or three decimals; beside them the digits
/// that NumPy 1.24.2 and SciPy 1.10.1 give on the same samples.
/// </summary>
public class NannyMlMethodsTests
{
    private static readonly double[] _six = [0, 0.4, 0.8, 1.2000000000000002, 1.6, 2];
    private static readonly double[] _three = [0, 1, 2];

    [Fact]
    public void JensenShannon_OfOneSample_Is0()
    {
        var values = new NumPyState(1).Choice(_six, 10_000);

        Assert.Equal(0, NannyMlMethods.JensenShannon(values, values).Value);
    }

    [Fact]
    public void JensenShannon_OfContinuousSamples_IsThePeers()
    {
        var state = new NumPyState(1);
        var score = NannyMlMethods.JensenShannon(state.Normal(0, 1, 10_000), state.Normal(0, 1, 1000));

        Literal(0.05, 0.005, score);
        Digits(0.04723640867484653, score);
    }

    [Fact]
    public void Distances_OfQuasiContinuousSamples_AreThePeers()
    {
        var state = new NumPyState(1);
        double[] reference = state.Choice(_six, 10_000),
            current = state.Choice(_three, 1000);

        Literal(0.73, 0.005, NannyMlMethods.JensenShannon(reference, current));
        Literal(0.72, 0.005, NannyMlMethods.Hellinger(reference, current));
        Digits(0.7285421086731622, NannyMlMethods.JensenShannon(reference, current));
        Digits(0.719157109887117, NannyMlMethods.Hellinger(reference, current));
    }

    [Fact]
    public void Distances_OfCategories_AreThePeers()
    {
        var state = new NumPyState(1);
        string[] reference = state.Choice(["a", "b", "c", "d"], 10_000),
            current = state.Choice(["a", "b", "c", "e"], 1000);
        var (first, second) = (Counts(reference), Counts(current));

        Literal(0.5, 0.005, NannyMlMethods.JensenShannon(first, second));
        Literal(0.5, 0.005, NannyMlMethods.Hellinger(first, second));
        Digits(0.5038171420802398, NannyMlMethods.JensenShannon(first, second));
        Digits(0.503244322851429, NannyMlMethods.Hellinger(first, second));
    }

    [Theory]
    [InlineData(new long[] { 2, 2, 2, 1 }, 0.14)]
    [InlineData(new long[] { 2, 2, 2, 0 }, 0.0)]
    [InlineData(new long[] { 0, 5, 0, 0 }, 0.67)]
    public void LInfinity_OfCategories_IsThePeers(long[] current, double expected)
    {
        Literal(expected, 0.005, NannyMlMethods.LInfinity([2, 2, 2, 0], current));
    }

    [Fact]
    public void Wasserstein_InBins_IsThePeers()
    {
        var state = new NumPyState(1);
        double[] reference = state.Normal(0, 1, 10_000),
            current = state.Normal(1, 1, 1000);

        Literal(0, 0.005, NannyMlMethods.Wasserstein(reference, reference));
        Literal(1.01, 0.005, NannyMlMethods.Wasserstein(reference, current));
        Digits(1.0114503162687982, NannyMlMethods.Wasserstein(reference, current));
    }

    [Fact]
    public void Wasserstein_BelowTheReference_IsThePeers()
    {
        var state = new NumPyState(1);
        var score = NannyMlMethods.Wasserstein(state.Normal(0, 1, 100_000), state.Normal(-4, 1, 1000));

        Literal(3.99, 0.005, score);
        Digits(3.994995491321306, score);
    }

    [Fact]
    public void Wasserstein_OutsideTheReference_IsThePeers()
    {
        var state = new NumPyState(1);
        var score = NannyMlMethods.Wasserstein(state.Normal(0, 1, 15_000), state.Normal(0, 10, 1_000_000));

        Literal(7.180, 0.0005, score);
        Digits(7.18014600630422, score, 1e-11);
    }

    [Fact]
    public void Hellinger_OfContinuousSamples_IsThePeers()
    {
        var state = new NumPyState(1);
        double[] reference = state.Normal(0, 1, 10_000),
            near = state.Normal(-2, 1, 10_000);
        var next = new NumPyState(1);
        next.Normal(0, 1, 10_000);
        var far = next.Normal(7, 1, 10_000);

        Literal(0, 0.005, NannyMlMethods.Hellinger(reference, reference));
        Literal(0.63, 0.005, NannyMlMethods.Hellinger(reference, near));
        Literal(1, 0.005, NannyMlMethods.Hellinger(reference, far));
        Digits(0.6250207295384178, NannyMlMethods.Hellinger(reference, near));
        Digits(0.9995255457975796, NannyMlMethods.Hellinger(reference, far));
    }

    [Fact]
    public void KolmogorovSmirnov_OfALongReference_IsSeenAtBinsOnly()
    {
        var state = new NumPyState(1);
        double[] reference = state.Normal(0, 1, 10_000),
            current = state.Normal(1, 1, 1000);

        Digits(0.40489999999998133, NannyMlMethods.KolmogorovSmirnov(reference, current));
        Digits(0.4052, NannyMlMethods.KolmogorovSmirnov(reference.AsSpan(0, 9_999), current), 1e-3);
    }

    [Fact]
    public void ChiSquare_OfATable_IsSciPysWithYatesCorrection()
    {
        Digits(3.8571428571428577, NannyMlMethods.ChiSquare([20, 30], [10, 40]));
        Digits(9.545454545454545, NannyMlMethods.ChiSquare([20, 30, 5], [10, 40, 0]));
        Assert.Equal(0, NannyMlMethods.ChiSquare([20], [10]).Value);
    }

    [Fact]
    public void Methods_WherePeerFails_HaveAStatus()
    {
        Assert.Equal(ResultStatus.Empty, NannyMlMethods.JensenShannon([1.0, 2], [double.NaN]).Status);
        Assert.Equal(ResultStatus.Infinite, NannyMlMethods.JensenShannon([1.0, double.PositiveInfinity], [1.0]).Status);
        Assert.Equal(ResultStatus.Empty, NannyMlMethods.LInfinity([1, 2], [0, 0]).Status);
    }

    private static long[] Counts(string[] values) =>
        [.. "abcde".Select(letter => values.LongCount(value => value[0] == letter))];
}
