using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Tests.Compute;

public sealed class BlockParallelTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(65_536, 1)]
    [InlineData(65_537, 2)]
    [InlineData(int.MaxValue, 32_768)]
    public void BlockCount_Length_RoundsUp(int length, int expected) =>
        Assert.Equal(expected, BlockParallel.BlockCount(length));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void For_AnyThreads_VisitsEachOnce(int threads)
    {
        var visits = new int[1000];
        var context = new ComputeContext { MaxDegreeOfParallelism = threads };
        BlockParallel.For(visits.Length, context, i => Interlocked.Increment(ref visits[i]));
        Assert.All(visits, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void For_CancelledOnTheWay_ThrowsOperationCanceled(int threads)
    {
        using var source = new CancellationTokenSource();
        var context = new ComputeContext { MaxDegreeOfParallelism = threads, CancellationToken = source.Token };
        var visited = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
            BlockParallel.For(
                100_000,
                context,
                _ =>
                {
                    if (Interlocked.Increment(ref visited) == 3)
                    {
                        source.Cancel();
                    }
                }
            )
        );
        Assert.InRange(visited, 3, 99_999);
    }
}
