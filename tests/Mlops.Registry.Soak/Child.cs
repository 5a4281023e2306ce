using System.Diagnostics;
using System.Globalization;
using Mlops.Registry.Access;

namespace Mlops.Registry.Soak;

/// <summary>A process of writers, which another process starts and may kill.</summary>
internal static class Child
{
    private static readonly TimeSpan _untilNextCheckpoint = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var place = Place.Of(arguments);
        var name = arguments.Get("name");
        var seconds = arguments.Number("seconds", 0);
        var seed = (ulong)arguments.Number("seed", 1);
        await using var registry = place.Open(AccessRecording.Batched);
        using var journal = new Journal(place.JournalFile(name));
        var weights = await place.WriteWeightsAsync();
        var started = Stopwatch.GetTimestamp();
        var writers = Enumerable
            .Range(0, arguments.Number("writers", 4))
            .Select(i => new Writer(registry, journal, $"{name}-{i}", (seed * 1000) + (ulong)i, weights))
            .ToList();
        bool GoesOn() => seconds == 0 || Stopwatch.GetElapsedTime(started).TotalSeconds < seconds;
        var work = writers.Select(writer => Task.Run(() => writer.RunAsync(GoesOn))).ToList();
        if (arguments.Find("signs") is not null)
        {
            work.Add(SignAsync(registry, GoesOn));
        }

        await Task.WhenAll(work);
        await Console.Out.WriteLineAsync(
            writers.Sum(writer => writer.Conflicts).ToString(CultureInfo.InvariantCulture)
        );
        return 0;
    }

    /// <summary>Starts this program as a child.</summary>
    public static Process Start(Place place, string name, params ReadOnlySpan<string> options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Child).Assembly.Location);
        start.ArgumentList.Add("child");
        foreach (var option in (string[])["--folder", place.Folder, "--store", place.Store, "--name", name, .. options])
        {
            start.ArgumentList.Add(option);
        }

        return Process.Start(start)!;
    }

    private static async Task SignAsync(ModelRegistry registry, Func<bool> goesOn)
    {
        var actors = new Actors(registry, "signer");
        while (goesOn())
        {
            await actors.Administrator.SignCheckpointAsync();
            await Task.Delay(_untilNextCheckpoint);
        }
    }
}
