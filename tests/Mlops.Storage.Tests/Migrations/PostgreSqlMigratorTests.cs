using Mlops.Storage.Migrations;
using Mlops.Storage.PostgreSql;
using Mlops.Storage.Tests.Places;
using Npgsql;

namespace Mlops.Storage.Tests.Migrations;

public sealed class PostgreSqlMigratorTests(PostgreSqlStore store)
    : MigratorTests(store),
        IClassFixture<PostgreSqlStore>
{
    private readonly PostgreSqlStore _store = store;

    [Fact]
    public async Task StartAsync_RoleWithoutCreate_StartsOnceApplied()
    {
        var place = _store.NewPlace();
        var role = $"reader_{Guid.NewGuid():n}";
        await _store.Server.ExecuteAsync($"CREATE ROLE {role} LOGIN");
        var settings = new NpgsqlConnectionStringBuilder(place.ConnectionString) { Username = role };
        await using var limited = PostgreSqlDatabase.Open(settings.ConnectionString, new() { Schema = place.Schema });
        try
        {
            var refusal = await Assert.ThrowsAsync<PendingMigrationsException>(() =>
                Migrator(limited).StartAsync(StartupMode.Apply, TestContext.Current.CancellationToken).AsTask()
            );
            Assert.Contains("ToSql()", refusal.Message, StringComparison.Ordinal);

            await using var owner = await place.OpenWithTableAsync();
            await _store.Server.ExecuteAsync(
                $"GRANT USAGE ON SCHEMA {place.Schema} TO {role}; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA {place.Schema} TO {role}"
            );

            foreach (var mode in Enum.GetValues<StartupMode>())
            {
                Assert.True(
                    (await Migrator(limited).StartAsync(mode, TestContext.Current.CancellationToken)).IsUpToDate
                );
            }

            await Worker.IncrementAsync(limited, 3);
            Assert.Equal(3, await Items.CounterAsync(owner));
        }
        finally
        {
            await _store.Server.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    protected override async Task RunScriptAsync(Place place, string script)
    {
        await using var connection = new NpgsqlConnection(place.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync();
    }
}
