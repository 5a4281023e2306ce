using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Mlops.Conformance.Benchmarks;

/// <summary>Times a call: warmed up until two medians agree within 5%, then measured.</summary>
internal static class BenchmarkRun
{
    private const int WarmUpCalls = 5;
    private const int LargestWarmUp = 200;
    private const double Agreement = 0.05;

    /// <summary>The measurement, as one JSON line.</summary>
    public static string Measure(IBenchmark benchmark, int rows, int repeat)
    {
        var call = benchmark.Prepare(rows);
        WarmUp(call);
        var (milliseconds, allocated) = Time(call, repeat);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("op", benchmark.Name);
            writer.WriteNumber("rows", rows);
            writer.WriteNumber("median_ms", Median(milliseconds));
            writer.WriteNumber("min_ms", milliseconds.Min());
            writer.WriteNumber("allocated_bytes", allocated);
            writer.WriteNumber("threads", Environment.ProcessorCount);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WarmUp(Action call)
    {
        var before = Median(Time(call, WarmUpCalls).Milliseconds);
        for (var i = 1; i < LargestWarmUp; i++)
        {
            var now = Median(Time(call, WarmUpCalls).Milliseconds);
            if (Math.Abs(now - before) <= Agreement * Math.Max(now, before))
            {
                return;
            }

            before = now;
        }
    }

    /// <summary>The time of each call, and the bytes that one of them allocated on average, on all threads.</summary>
    private static (double[] Milliseconds, long AllocatedBytes) Time(Action call, int repeat)
    {
        var milliseconds = new double[repeat];
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < repeat; i++)
        {
            var start = Stopwatch.GetTimestamp();
            call();
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return (milliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / repeat);
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
