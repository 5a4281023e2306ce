using Mlops.Storage.Commands;

namespace Mlops.Storage.Migrations;

/// <summary>The table in which a database keeps what has been applied to it.</summary>
internal static class MigrationTable
{
    public const string Name = "mlops_migration";

    /// <summary>All components migrate under one lock, because they share the table.</summary>
    public const string LockName = "mlops.migration";

    public static async ValueTask<bool> ExistsAsync(SqlUnit unit, CancellationToken token) =>
        await unit.Command(unit.Dialect.TableExistsQuery)
            .Set("table", Name)
            .QueryInt64Async(token)
            .ConfigureAwait(false)
            is not null;

    /// <summary>What must be made before the first migration; the table itself comes last.</summary>
    public static async ValueTask<IReadOnlyList<string>> GetGroundworkAsync(SqlUnit unit, CancellationToken token)
    {
        if (await ExistsAsync(unit, token).ConfigureAwait(false))
        {
            return [];
        }

        var schema = await unit.Dialect.GetMissingSchemaStatementsAsync(unit, token).ConfigureAwait(false);
        return [.. schema, CreateStatement(unit.Dialect)];
    }

    public static async ValueTask<IReadOnlyList<AppliedMigration>> GetAppliedAsync(
        SqlUnit unit,
        string component,
        CancellationToken token
    ) =>
        await unit.Command(
                $"SELECT number, name, checksum, applied FROM {Name} WHERE component = @component ORDER BY number"
            )
            .Set("component", component)
            .QueryAsync(
                reader => new AppliedMigration(
                    (int)reader.GetInt64(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetTimestamp(3)
                ),
                token
            )
            .ConfigureAwait(false);

    public static async ValueTask AddAsync(
        SqlUnit unit,
        string component,
        Migration migration,
        DateTimeOffset now,
        CancellationToken token
    ) =>
        await unit.Command(
                $"INSERT INTO {Name} (component, number, name, checksum, applied) VALUES (@component, @number, @name, @checksum, @applied)"
            )
            .Set("component", component)
            .Set("number", migration.Number)
            .Set("name", migration.Name)
            .Set("checksum", migration.GetChecksum(unit.Dialect).ToString())
            .Set("applied", now)
            .ExecuteAsync(token)
            .ConfigureAwait(false);

    private static string CreateStatement(SqlDialect dialect) =>
        $"""
            CREATE TABLE {Name} (
                component {dialect.TextType} NOT NULL,
                number {dialect.IntegerType} NOT NULL,
                name {dialect.TextType} NOT NULL,
                checksum {dialect.TextType} NOT NULL,
                applied {dialect.TimestampType} NOT NULL,
                PRIMARY KEY (component, number)
            )
            """;
}
