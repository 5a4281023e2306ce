using System.Diagnostics;

namespace Mlops.Compare.Measurement;

/// <summary>Times a call of ours.</summary>
internal static class OwnCall
{
    private const int CallsForAllocation = 5;

    /// <summary>The milliseconds of each of so many calls.</summary>
    public static double[] Time(Func<double> call, int calls)
    {
        var milliseconds = new double[calls];
        GC.Collect();
        for (var i = 0; i < calls; i++)
        {
            var start = Stopwatch.GetTimestamp();
            call();
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return milliseconds;
    }

    /// <summary>The bytes that a call allocates on average, on all threads.</summary>
    public static double AllocatedBytes(Func<double> call)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < CallsForAllocation; i++)
        {
            call();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)CallsForAllocation;
    }
}
