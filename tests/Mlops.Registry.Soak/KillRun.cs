using System.Diagnostics;
using System.Globalization;
using Mlops.Registry.Access;

namespace Mlops.Registry.Soak;

/// <summary>Kills a process of writers at random moments, or crashes the server beneath it, and looks each time for what it was told.</summary>
internal static class KillRun
{
    private const int LongestLife = 400;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var place = Place.Of(arguments);
        var kills = arguments.Number("kills", 200);
        var crashEvery = arguments.Number("crash-every", 0);
        var numbers = new SeededNumbers((ulong)arguments.Number("seed", 1));
        var log = new LogCheck();
        string name;
        await using (var registry = place.Open(AccessRecording.None))
        {
            await SharedModels.CreateAsync(place, registry);
            name = registry.Store.Name;
        }

        var (crashes, done) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        for (; done < kills && log.Faults.Count == 0; done++)
        {
            var process = $"k{done}";
            var byServer = crashEvery > 0 && done % crashEvery == crashEvery - 1;
            await LiveAndDieAsync(place, arguments, process, numbers, byServer, log);
            crashes += byServer ? 1 : 0;
            await using var registry = place.Open(AccessRecording.None);
            // Waits for whatever of the dead a server still completes, and binds the log's size outside the store.
            await new Actors(registry, "check").Administrator.SignCheckpointAsync();
            await log.CheckAsync(registry.Store, Journal.Read(place.JournalFile(process)), 1);
            await StateCheck.VerifyAsync(registry, log);
            if (done % 20 == 19 || done == kills - 1)
            {
                await StateCheck.RecordsAsync(registry, log);
            }
        }

        var table = new Table($"{kills} SIGKILLs on {name}");
        table.Add("processes killed", done - crashes);
        table.Add("servers crashed beneath a process", crashes);
        table.Add("acknowledged changes, all there after the kill", log.AcknowledgedCount);
        table.Add("done and not acknowledged (at most one a writer and kill)", log.UnacknowledgedCount);
        table.Add("told 'the outcome is not known'", log.UnknownCount);
        table.Add("entries in the log", log.Size);
        table.Add("verifications that passed", done - log.Faults.Count);
        table.Add("seconds", Stopwatch.GetElapsedTime(started).TotalSeconds);
        return table.Print(log.Faults);
    }

    private static async Task LiveAndDieAsync(
        Place place,
        Arguments arguments,
        string name,
        SeededNumbers numbers,
        bool byServer,
        LogCheck log
    )
    {
        using var child = Child.Start(
            place,
            name,
            "--writers",
            arguments.Number("writers", 4).ToString(CultureInfo.InvariantCulture),
            "--seed",
            numbers.Below(1_000_000).ToString(CultureInfo.InvariantCulture)
        );
        var errors = child.StandardError.ReadToEndAsync();
        var file = new FileInfo(place.JournalFile(name));
        while (!child.HasExited && (!file.Exists || file.Length == 0))
        {
            await Task.Delay(1);
            file.Refresh();
        }

        var milliseconds = 1 + numbers.Below(LongestLife);
        await Task.Delay(milliseconds);
        if (byServer)
        {
            using var crash = Process.Start("bash", ["-c", arguments.Get("crash-command")]);
            await crash.WaitForExitAsync();
            await Task.Delay(milliseconds);
        }

        if (child.HasExited)
        {
            log.Faults.Add($"Process {name} ended by itself: {await errors}");
            return;
        }

        child.Kill();
        await child.WaitForExitAsync();
    }
}
