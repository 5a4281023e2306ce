namespace Mlops.Statistics.Tests;

/// <summary>What a call allocates once it is warm.</summary>
internal static class Allocations
{
    private const int Calls = 10;

    /// <summary>The least that one of several calls allocates on this thread.</summary>
    /// <remarks>The least, since a collection may empty the pool of arrays at any time, and the next call fills it anew.</remarks>
    public static long Least(Action call)
    {
        call();
        var least = long.MaxValue;
        for (var i = 0; i < Calls; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
