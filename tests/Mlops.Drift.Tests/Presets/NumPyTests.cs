using Mlops.Drift.Presets.NumPy;

namespace Mlops.Drift.Tests.Presets;

/// <summary>NumPy 1.24.2's own answers, found by running it.</summary>
public class NumPyTests
{
    [Fact]
    public void Permutation_OfSeed0_IsNumPys()
    {
        var order = new int[10];
        new NumPyRandom(0).Permutation(order);

        Assert.Equal([2, 8, 4, 9, 1, 6, 7, 3, 0, 5], order);
    }

    [Fact]
    public void State_OfSeed1_IsNumPys()
    {
        var values = new NumPyState(1).Normal(0, 1, 3);

        PresetAssert.Near(1.62434536, values[0], 1e-8);
        PresetAssert.Near(-0.61175641, values[1], 1e-8);
        PresetAssert.Near(-0.52817175, values[2], 1e-8);
        Assert.Equal("bdaadbdbda", string.Concat(new NumPyState(1).Choice(["a", "b", "c", "d"], 10)));
    }

    [Theory]
    [InlineData(nameof(BinRule.Sturges), 11, 528, 133, 65, 25)]
    [InlineData(nameof(BinRule.Doane), 16, 475, 121, 69, 52)]
    [InlineData(nameof(BinRule.Auto), 43, 319, 114, 58, 42)]
    public void Edges_OfSkewedValues_AreNumPys(string rule, int bins, int first, int second, int third, int fourth)
    {
        var values = Squares();

        var edges = NumPyHistogram.Edges(values, Enum.Parse<BinRule>(rule));
        var counts = NumPyHistogram.Counts(values, edges);

        Assert.Equal(bins, counts.Length);
        Assert.Equal([first, second, third, fourth], counts[..4]);
        Assert.Equal(777, counts.Sum());
    }

    [Fact]
    public void Sums_OfSkewedValues_AreNumPysToTheLastDigit()
    {
        var values = Squares();

        Assert.Equal(778.4570164854767, NumPySum.Of(values), 1e-12);
        Assert.Equal(1.384254817191126, NumPySum.StandardDeviation(values), 1e-14);
        Assert.Equal(0.1430899633998409, NumPyQuantile.OfSorted([.. values.Order()], 0.3), 1e-16);
    }

    [Fact]
    public void Counts_AtEdges_CloseTheLastBinAlone()
    {
        Assert.Equal([1, 2], NumPyHistogram.Counts([0.0, 1, 2, 3, -1, double.NaN], [0.0, 1, 2]));
    }

    [Fact]
    public void Edges_OfOneValue_AreHalfAUnitAround()
    {
        Assert.Equal([2.5, 3.5], NumPyHistogram.Edges([3.0, 3, 3], BinRule.Doane));
    }

    private static double[] Squares() => Array.ConvertAll(new NumPyState(11).Normal(0, 1, 777), x => x * x);
}
