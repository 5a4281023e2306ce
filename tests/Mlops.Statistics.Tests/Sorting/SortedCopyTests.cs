using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Tests.Sorting;

public sealed class SortedCopyTests
{
    [Fact]
    public void Of_Values_LeavesThemAlone()
    {
        double[] values = [3, 1, 2];
        float[] singles = [3, 1, 2];
        Assert.Equal([1, 2, 3], SortedCopy.Of(values));
        Assert.Equal([1, 2, 3], SortedCopy.Of(singles));
        Assert.Equal([3, 1, 2], values);
        Assert.Equal([3, 1, 2], singles);
    }

    [Fact]
    public void Of_Empty_IsEmpty() => Assert.Empty(SortedCopy.Of(ReadOnlySpan<double>.Empty));

    [Fact]
    public void Of_NaN_ThrowsAndNamesThePosition()
    {
        var exception = Assert.Throws<ArgumentException>("values", () => SortedCopy.Of([1.0, 2.0, double.NaN]));
        Assert.Contains("values[2] is NaN", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfPresent_Values_LeavesNaNOutAndThemAlone()
    {
        double[] values = [3, double.NaN, 1, -0.0, double.PositiveInfinity];
        var destination = new double[6];
        Assert.Equal(4, SortedCopy.OfPresent(values, destination));
        Assert.Equal([-0.0, 1, 3, double.PositiveInfinity], destination[..4]);
        Assert.Equal([3, double.NaN, 1, -0.0, double.PositiveInfinity], values);
    }
}
