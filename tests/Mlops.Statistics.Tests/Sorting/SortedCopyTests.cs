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
}
