using System.Diagnostics;
using Mlops.Registry.Access;

namespace Mlops.Registry.Soak;

/// <summary>How long reads take among many versions, and how many audited changes a second 16 callers get.</summary>
internal static class SpeedRun
{
    private const double ReadLimit = 5;
    private const double ChangesAsked = 2000;
    public const int Callers = 16;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var place = Place.Of(arguments);
        var estate = new Estate(arguments.Number("versions", 100_000), arguments.Number("models", 50));
        var calls = arguments.Number("calls", 500);
        var seconds = arguments.Number("seconds", 5);
        var faults = new List<string>();
        await using var registry = place.Open(AccessRecording.None);
        var table = new Table(
            $"{estate.VersionCount:N0} versions of {estate.ModelCount} models on {registry.Store.Name}"
        );

        var filling = Stopwatch.GetTimestamp();
        var filled = await estate.FillAsync(place, registry);
        table.Add(
            "changes a second while filling, 256 callers",
            filled / Stopwatch.GetElapsedTime(filling).TotalSeconds
        );

        foreach (var recording in (AccessRecording[])[AccessRecording.None, AccessRecording.Batched])
        {
            await using var readers = place.Open(recording);
            foreach (var (name, read) in Reads.Of(estate, readers))
            {
                var times = await MeasureAsync(read, calls);
                table.Add(
                    $"{name}, ms (recording {recording})",
                    Quantile(times, 0.5),
                    $"p99 {Quantile(times, 0.99), 6:N2}  asked: < {ReadLimit}"
                );
                if (Quantile(times, 0.5) >= ReadLimit)
                {
                    faults.Add($"{name} takes {Quantile(times, 0.5):N2} ms (median, recording {recording}).");
                }
            }
        }

        foreach (var (name, change) in Changes.Of(estate, registry, await place.WriteWeightsAsync()))
        {
            var rate = await RateAsync(change, seconds);
            table.Add($"{name}, audited changes a second, {Callers} callers", rate, $"asked: >= {ChangesAsked}");
            if (rate < ChangesAsked)
            {
                faults.Add($"{name}: {rate:N0} audited changes a second.");
            }
        }

        await VerifyAsync(registry, table);
        return table.Print(faults);
    }

    private static async Task<double[]> MeasureAsync(Func<SeededNumbers, Task> read, int calls)
    {
        var numbers = new SeededNumbers(7);
        for (var i = 0; i < calls / 5; i++)
        {
            await read(numbers);
        }

        var times = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await read(numbers);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static double Quantile(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static async Task<double> RateAsync(Func<int, SeededNumbers, Task> change, int seconds)
    {
        // The first second is for the compiler.
        await CountAsync(change, 1, 0);
        var started = Stopwatch.GetTimestamp();
        var count = await CountAsync(change, seconds, 1);
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<long> CountAsync(Func<int, SeededNumbers, Task> change, int seconds, int round)
    {
        var started = Stopwatch.GetTimestamp();
        var work = Enumerable
            .Range(0, Callers)
            .Select(caller =>
                Task.Run(async () =>
                {
                    var numbers = new SeededNumbers((ulong)((round * Callers) + caller + 1));
                    long count = 0;
                    for (; Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; count++)
                    {
                        await change(caller, numbers);
                    }

                    return count;
                })
            );
        return (await Task.WhenAll(work)).Sum();
    }

    private static async Task VerifyAsync(ModelRegistry registry, Table table)
    {
        var actors = new Actors(registry, "check");
        await actors.Administrator.SignCheckpointAsync();
        var started = Stopwatch.GetTimestamp();
        var log = await actors.Auditor.VerifyAsync(new Audit.VerifyOptions { Records = false });
        var logSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        started = Stopwatch.GetTimestamp();
        var all = await actors.Auditor.VerifyAsync();
        var allSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        table.Add($"verification of the log alone ({log.Status}), entries a second", log.Log.Size / logSeconds);
        table.Add($"verification of log and records ({all.Status}), entries a second", all.Log.Size / allSeconds);
        table.Add("entries", all.Log.Size);
        table.Add("records", all.RecordCount);
    }
}
