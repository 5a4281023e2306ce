using Mlops.Statistics.Histograms;

namespace Mlops.Statistics.Tests.Histograms;

public sealed class HistogramDefinitionTests
{
    [Fact]
    public void Equals_EqualEdges_IsByValue()
    {
        var (one, other) = (new HistogramDefinition(0.0, 1), new HistogramDefinition(-0.0, 1));
        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.False(one.Equals(new HistogramDefinition(0, 1, 2)));
        Assert.False(one.Equals(new HistogramDefinition(0, 2)));
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void Constructor_CallersArray_IsCopied()
    {
        double[] edges = [1, 2];
        var definition = new HistogramDefinition(edges);
        edges[0] = 5;
        Assert.Equal([1.0, 2], definition.Edges);
        Assert.Equal(3, definition.BinCount);
    }

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(-0.0, 0.0)]
    [InlineData(2.0, 1.0)]
    [InlineData(1.0, double.NaN)]
    public void Constructor_NotAscending_Throws(double first, double second) =>
        Assert.Throws<ArgumentException>("edges", () => new HistogramDefinition(first, second));

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0.0, 0)]
    [InlineData(double.Epsilon, 1)]
    [InlineData(1.0, 1)]
    [InlineData(1.5, 2)]
    [InlineData(double.PositiveInfinity, 2)]
    [InlineData(double.NaN, -1)]
    public void FindBin_Value_IsRightClosed(double value, int expected) =>
        Assert.Equal(expected, new HistogramDefinition(0, 1).FindBin(value));

    [Fact]
    public void FindBin_NegativeZero_EqualsZero() => Assert.Equal(0, new HistogramDefinition(0, 1).FindBin(-0.0));
}
