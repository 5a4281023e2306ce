using Mlops.Statistics.Compute;
using Mlops.Statistics.Histograms;

namespace Mlops.Statistics.Tests.Histograms;

public sealed class CpuHistogramKernelsTests
{
    private static readonly CpuHistogramKernels Kernels = CpuHistogramKernels.Instance;

    public static TheoryData<string, double[]> EdgeSets =>
        new()
        {
            { "none", [] },
            { "one", [0.25] },
            { "nine", [.. Enumerable.Range(-4, 9).Select(i => i / 4.0)] },
            { "sixteen", [.. Enumerable.Range(-8, 16).Select(i => i / 8.0)] },
            { "seventeen", [.. Enumerable.Range(-8, 17).Select(i => i / 8.0)] },
            { "three hundred", [.. Enumerable.Range(-150, 300).Select(i => i / 100.0)] },
            { "two thousand", [.. Enumerable.Range(-1_000, 2_000).Select(i => i / 600.0)] },
            {
                "whole range",
                [double.MinValue, -1e308, .. Enumerable.Range(-20, 41).Select(i => i / 20.0), 1e308, double.MaxValue]
            },
            {
                "infinite",
                [double.NegativeInfinity, .. Enumerable.Range(-20, 41).Select(i => i / 20.0), double.PositiveInfinity]
            },
            { "denormal", [.. Enumerable.Range(-20, 41).Select(i => i * double.Epsilon)] },
            { "neighbours", [.. Enumerable.Range(0, 40).Select(i => 1 + (i * Math.ScaleB(1, -52)))] },
            { "every scale", [.. Enumerable.Range(-300, 600).Select(i => Math.ScaleB(1, i))] },
            { "crowd and outlier", [.. Enumerable.Range(0, 40).Select(i => i * 1e-12), 1e12] },
        };

    [Theory]
    [MemberData(nameof(EdgeSets))]
    public void Count_AwkwardEdges_EqualsNaiveLoop(string name, double[] edges)
    {
        Assert.NotEmpty(name);
        var random = new Random(1);
        var values = Enumerable.Range(0, 40_000).Select(_ => Math.Tan(3 * (random.NextDouble() - 0.5)));
        double[] ends =
        [
            double.NaN,
            double.NegativeInfinity,
            double.PositiveInfinity,
            double.MinValue,
            double.MaxValue,
            -0.0,
        ];
        double[] all =
        [
            .. values,
            .. ends,
            .. edges,
            .. edges.Select(Math.BitIncrement),
            .. edges.Select(Math.BitDecrement),
            .. edges.Select(e => -e),
            .. Enumerable.Range(0, 70_000).Select(i => i % 3 == 0 ? double.NaN : 0.0),
        ];
        HistogramReference.AssertEqual(all, edges);
        HistogramReference.AssertEqual([.. all.Take(50)], edges);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    public void Count_Singles_EqualsNaiveLoop(int edgeCount)
    {
        var random = new Random(2);
        var edges = Enumerable.Range(0, edgeCount).Select(i => i / (float)edgeCount).ToArray();
        float[] values =
        [
            .. Enumerable.Range(0, 100_000).Select(_ => (2 * random.NextSingle()) - 0.5f),
            .. edges,
            .. edges.Select(MathF.BitIncrement),
            .. edges.Select(MathF.BitDecrement),
            float.NaN,
            float.NegativeInfinity,
            float.PositiveInfinity,
        ];
        var (expected, missing) = HistogramReference.Count(
            Array.ConvertAll(values, x => (double)x),
            Array.ConvertAll(edges, x => (double)x)
        );
        var counts = new long[edgeCount + 1];
        Assert.Equal(missing, Kernels.Count(values, edges, counts));
        Assert.Equal(expected, counts);
    }

    [Fact]
    public void Count_EqualToAnEdge_FallsBelowIt()
    {
        var counts = new long[3];
        Kernels.Count([1.0, 2.0, Math.BitIncrement(1.0), Math.BitIncrement(2.0), -0.0], [1.0, 2.0], counts);
        Assert.Equal([2L, 2, 1], counts);
    }

    [Fact]
    public void Count_Counts_AreAddedTo()
    {
        long[] counts = [10, 20];
        Assert.Equal(1, Kernels.Count([1.0, 3.0, double.NaN], [2.0], counts));
        Assert.Equal([11L, 21], counts);
    }

    [Fact]
    public void Count_NoValues_ChangesNothing()
    {
        long[] counts = [1, 2];
        Assert.Equal(0, Kernels.Count(ReadOnlySpan<double>.Empty, [2.0], counts));
        Assert.Equal([1L, 2], counts);
    }

    [Fact]
    public void Count_WrongNumberOfCounts_Throws()
    {
        var exception = Assert.Throws<ArgumentException>("counts", () => Kernels.Count([1.0], [2.0], new long[3]));
        Assert.Contains("1 edges make 2 bins", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 1.0, 1.0 }, "edges[1]")]
    [InlineData(new[] { 0.0, 2.0, 1.0 }, "edges[2]")]
    [InlineData(new[] { 0.0, double.NaN }, "edges[1] is NaN")]
    public void Count_EdgesNotAscending_ThrowsAndNamesThePosition(double[] edges, string expected)
    {
        var exception = Assert.Throws<ArgumentException>(
            nameof(edges),
            () => Kernels.Count([1.0], edges, new long[edges.Length + 1])
        );
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Count_Cancelled_ThrowsAndCountsNothing(int threads)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var context = new ComputeContext { MaxDegreeOfParallelism = threads, CancellationToken = source.Token };
        var counts = new long[2];
        Assert.ThrowsAny<OperationCanceledException>(() => Kernels.Count(new double[200_000], [1.0], counts, context));
        Assert.Equal([0L, 0], counts);
    }
}
