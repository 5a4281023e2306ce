using System.Diagnostics;
using System.Globalization;
using Mlops.Storage.GroupCommit;

namespace Mlops.Storage.Tests.Places;

/// <summary>Units a second from 16 callers, each unit of two queries and four changes; no test, because it is about time.</summary>
internal static class Measurement
{
    private const int Callers = 16;

    public static async Task RunAsync(Place place, int count)
    {
        await using var database = await place.OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        await RunAsync(writer, "warm", Callers * 20);
        var batches = writer.BatchCount;
        var start = Stopwatch.GetTimestamp();
        await RunAsync(writer, "unit", count);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{place.Product}: {count / seconds:F0} units a second, {(double)count / (writer.BatchCount - batches):F1} a batch, {(writer.BatchCount - batches) / seconds:F0} commits a second"
            )
        );
    }

    private static Task RunAsync(GroupCommitWriter writer, string prefix, int count)
    {
        var next = 0;
        return Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (Interlocked.Increment(ref next) is var i && i <= count)
                        {
                            await ChangeAsync(writer, $"{prefix} {i}");
                        }
                    })
                )
        );
    }

    private static Task<long> ChangeAsync(GroupCommitWriter writer, string name) =>
        writer.RunAsync(
            async (unit, token) =>
            {
                var (counter, found) = (0L, 0L);
                var look = unit.Batch();
                look.AddQuery("SELECT amount FROM item WHERE name = 'counter'", row => counter = row.GetInt64(0));
                look.AddQuery("SELECT COUNT(*) FROM item WHERE name = @name", row => found = row.GetInt64(0))
                    .Set("name", name);
                await look.ExecuteAsync(token);
                var change = unit.Batch();
                change
                    .Add("INSERT INTO item (name, amount, data) VALUES (@name, @amount, @data)")
                    .Set("name", name)
                    .Set("amount", counter)
                    .Set("data", new byte[300]);
                change.Add("UPDATE item SET amount = @next WHERE name = 'counter'").Set("next", counter + 1);
                change.Add("UPDATE item SET note = @note WHERE name = @name").Set("note", "changed").Set("name", name);
                change
                    .Add("INSERT INTO item (name, amount, data) VALUES (@name, 0, @data)")
                    .Set("name", name + " audit")
                    .Set("data", new byte[300]);
                await change.ExecuteAsync(token);
                return counter + found;
            }
        );
}
