using System.Diagnostics;
using System.Globalization;
using Mlops.Registry.Access;

namespace Mlops.Registry.Soak;

/// <summary>Many writers in many processes on one store; then everything they were told is looked for.</summary>
internal static class WritersRun
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var place = Place.Of(arguments);
        var (processes, writers, seconds) = (
            arguments.Number("processes", 4),
            arguments.Number("writers", 16),
            arguments.Number("seconds", 60)
        );
        await using var registry = place.Open(AccessRecording.None);
        await SharedModels.CreateAsync(place, registry);
        var log = new LogCheck();
        await log.CheckAsync(registry.Store, [], 0);

        var started = Stopwatch.GetTimestamp();
        var conflicts = await RunChildrenAsync(
            place,
            processes,
            writers / processes,
            seconds,
            arguments.Number("seed", 1),
            log
        );
        var elapsed = Stopwatch.GetElapsedTime(started);

        await new Actors(registry, "check").Administrator.SignCheckpointAsync();
        var journal = Enumerable.Range(0, processes).SelectMany(i => Journal.Read(place.JournalFile(Name(i)))).ToList();
        await log.CheckAsync(registry.Store, journal, 0);
        await StateCheck.RecordsAsync(registry, log);
        var verifying = Stopwatch.GetTimestamp();
        var verification = await StateCheck.VerifyAsync(registry, log);

        var table = new Table($"{writers} writers in {processes} processes for {seconds} s on {registry.Store.Name}");
        foreach (var (operation, count) in log.CountByOperation.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.Add($"acknowledged: {operation}", count);
        }

        table.Add("acknowledged changes", log.AcknowledgedCount);
        table.Add("acknowledged changes a second", log.AcknowledgedCount / elapsed.TotalSeconds);
        table.Add("conflicts of the alias, told and tried again", conflicts);
        table.Add("alias: moves acknowledged", log.AcknowledgedMoves, $"= its revision, {log.AliasRevision}");
        table.Add("versions, numbered without gap", log.Versions.Values.Sum());
        table.Add("entries in the log", log.Size);
        table.Add("changes in the log beyond the acknowledged", log.UnacknowledgedCount, "0");
        table.Add("checkpoints that the log agrees with", verification.Log.CheckpointCount);
        table.Add("records held against the log", verification.RecordCount);
        table.Add($"verification: {verification.Status}, seconds", Stopwatch.GetElapsedTime(verifying).TotalSeconds);
        if (log.AcknowledgedMoves != log.AliasRevision)
        {
            log.Faults.Add($"{log.AcknowledgedMoves} moves were acknowledged; the alias is at {log.AliasRevision}.");
        }

        return table.Print(log.Faults);
    }

    private static string Name(int process) => $"w{process}";

    private static async Task<long> RunChildrenAsync(
        Place place,
        int processes,
        int writers,
        int seconds,
        int seed,
        LogCheck log
    )
    {
        var children = new List<Process>();
        for (var i = 0; i < processes; i++)
        {
            string[] options =
            [
                "--writers",
                Text(writers),
                "--seconds",
                Text(seconds),
                "--seed",
                Text((seed * 100) + i),
                .. i == 0 ? (string[])["--signs", "yes"] : [],
            ];
            children.Add(Child.Start(place, Name(i), options));
        }

        long conflicts = 0;
        foreach (var child in children)
        {
            var errors = child.StandardError.ReadToEndAsync();
            var output = await child.StandardOutput.ReadToEndAsync();
            await child.WaitForExitAsync();
            if (child.ExitCode == 0)
            {
                conflicts += long.Parse(output, CultureInfo.InvariantCulture);
            }
            else
            {
                log.Faults.Add($"A process ended with {child.ExitCode}: {await errors}");
            }

            child.Dispose();
        }

        return conflicts;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
