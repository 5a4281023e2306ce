using Mlops.Storage.Commands;
using Mlops.Storage.GroupCommit;

namespace Mlops.Storage.Tests.Places;

internal static class Items
{
    public static ValueTask<int> AddAsync(WriteUnit unit, string name, CancellationToken token, long amount = 1) =>
        unit.Command("INSERT INTO item (name, amount) VALUES (@name, @amount)")
            .Set("name", name)
            .Set("amount", amount)
            .ExecuteAsync(token);

    public static ValueTask<long> CountAsync(RelationalDatabase database) =>
        database.ReadAsync(
            async (unit, token) =>
                (await unit.Command("SELECT COUNT(*) FROM item WHERE name <> 'counter'").QueryInt64Async(token))!.Value
        );

    public static ValueTask<long> CounterAsync(RelationalDatabase database) =>
        database.ReadAsync(async (unit, token) => await ReadCounterAsync(unit, token));

    public static async ValueTask<long> ReadCounterAsync(SqlUnit unit, CancellationToken token) =>
        (await unit.Command("SELECT amount FROM item WHERE name = 'counter'").QueryInt64Async(token))!.Value;

    /// <summary>Reads, adds one, and writes back: updates are lost unless writers exclude one another.</summary>
    public static Task<long> IncrementAsync(GroupCommitWriter writer, CancellationToken token) =>
        writer.RunAsync(
            async (unit, inner) =>
            {
                var next = await ReadCounterAsync(unit, inner) + 1;
                await unit.Command("UPDATE item SET amount = @next WHERE name = 'counter'")
                    .Set("next", next)
                    .ExecuteAsync(inner);
                return next;
            },
            token
        );
}
