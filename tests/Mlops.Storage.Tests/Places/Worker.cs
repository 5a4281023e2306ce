using System.Diagnostics;
using System.Globalization;
using Mlops.Storage.GroupCommit;
using Mlops.Storage.Migrations;

namespace Mlops.Storage.Tests.Places;

/// <summary>What tests let processes of their own do.</summary>
internal static class Worker
{
    public const string Switch = "--worker";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (task, place, count) = (
            arguments[0],
            new Place(arguments[1], arguments[2], arguments[3]),
            int.Parse(arguments[4], CultureInfo.InvariantCulture)
        );
        try
        {
            await using var database = place.Open();
            await (
                task switch
                {
                    "migrate" => new Migrator(database, Schemas.Items, TimeProvider.System).ApplyAsync().AsTask(),
                    "increment" => IncrementAsync(database, count),
                    "hold" => HoldAsync(database, count),
                    "measure" => Measurement.RunAsync(place, count),
                    _ => database.CheckAsync().AsTask(),
                }
            );
            return 0;
        }
        catch (Exception exception)
        {
            await Console.Out.WriteLineAsync($"{exception.GetType().Name}: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Starts this very program as a worker.</summary>
    public static Process Start(string task, Place place, int count = 0, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(folder ?? AppContext.BaseDirectory, "Mlops.Storage.Tests.dll"));
        foreach (
            var argument in (string[])
                [
                    Switch,
                    task,
                    place.Product,
                    place.ConnectionString,
                    place.Schema,
                    count.ToString(CultureInfo.InvariantCulture),
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for a worker and says what it printed when it failed.</summary>
    public static async Task<string> FinishAsync(Process process)
    {
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : output + " failed";
    }

    public static async Task IncrementAsync(RelationalDatabase database, int count)
    {
        await using var writer = new GroupCommitWriter(database, "items");
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (_, token) => await Items.IncrementAsync(writer, token)
        );
    }

    // Says so once it holds the write lock, and holds it for so many milliseconds.
    private static async Task HoldAsync(RelationalDatabase database, int milliseconds) =>
        await database.WriteAsync(
            "items",
            async (unit, token) =>
            {
                await unit.Command("UPDATE item SET amount = amount + 100 WHERE name = 'counter'").ExecuteAsync(token);
                await Console.Out.WriteLineAsync("holding");
                await Console.Out.FlushAsync(token);
                await Task.Delay(milliseconds, token);
                return true;
            }
        );
}
