using Mlops.Storage.Commands;

namespace Mlops.Storage.Migrations;

/// <summary>Brings a database to a component's newest schema, or says what that would take.</summary>
/// <remarks>
/// Safe when many processes start at once, also on an empty database: each migration and its note are one transaction
/// under one lock, and who comes second finds the note. When nothing is pending, nothing is written and no lock is taken,
/// so that a role without the right to make tables starts as well.
/// </remarks>
public sealed class Migrator
{
    private readonly RelationalDatabase _database;
    private readonly MigrationSet _set;
    private readonly TimeProvider _time;

    /// <summary>Makes a migrator.</summary>
    /// <param name="database">The database.</param>
    /// <param name="set">The component's migrations.</param>
    /// <param name="timeProvider">The clock of the notes.</param>
    public Migrator(RelationalDatabase database, MigrationSet set, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(timeProvider);
        _database = database;
        _set = set;
        _time = timeProvider;
    }

    /// <summary>Looks what has been applied and what is pending; changes nothing.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NewerSchemaException">The database has had migrations that the set does not hold.</exception>
    /// <exception cref="MigrationChangedException">An applied migration differs from the set's.</exception>
    public ValueTask<MigrationPlan> PlanAsync(CancellationToken cancellationToken = default) =>
        _database.ReadSnapshotAsync(
            async (unit, token) => await PlanAsync(unit, token).ConfigureAwait(false),
            cancellationToken
        );

    /// <summary>Applies what is pending.</summary>
    /// <param name="cancellationToken">Stops it between migrations, or rolls the present one back.</param>
    /// <returns>The plan as it is afterwards: up to date.</returns>
    /// <exception cref="NewerSchemaException">The database has had migrations that the set does not hold.</exception>
    /// <exception cref="MigrationChangedException">An applied migration differs from the set's.</exception>
    /// <exception cref="PendingMigrationsException">The role has no right to apply what is pending.</exception>
    public async ValueTask<MigrationPlan> ApplyAsync(CancellationToken cancellationToken = default)
    {
        var plan = await PlanAsync(cancellationToken).ConfigureAwait(false);
        foreach (var migration in plan.Pending)
        {
            try
            {
                await _database
                    .WriteAsync(
                        MigrationTable.LockName,
                        (unit, token) => ApplyOneAsync(unit, migration, token),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
            catch (Exception exception) when (_database.Dialect.Classify(exception) == DatabaseFault.PermissionDenied)
            {
                throw new PendingMigrationsException(
                    $"{Describe(plan)} The role may not apply them: let the owner of the tables run the plan's ToSql(), or start once as a role that may.",
                    exception
                );
            }
        }

        return plan.IsUpToDate ? plan : await PlanAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes sure at a start that the schema is the code's.</summary>
    /// <param name="mode">What to do about pending migrations.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="PendingMigrationsException">Migrations are pending and may not, or could not, be applied.</exception>
    /// <exception cref="NewerSchemaException">The database has had migrations that the set does not hold.</exception>
    /// <exception cref="MigrationChangedException">An applied migration differs from the set's.</exception>
    public async ValueTask<MigrationPlan> StartAsync(StartupMode mode, CancellationToken cancellationToken = default)
    {
        if (mode == StartupMode.Apply)
        {
            return await ApplyAsync(cancellationToken).ConfigureAwait(false);
        }

        var plan = await PlanAsync(cancellationToken).ConfigureAwait(false);
        return plan.IsUpToDate
            ? plan
            : throw new PendingMigrationsException(
                $"{Describe(plan)} This host starts with StartupMode.Require: run the plan's ToSql(), or start once with StartupMode.Apply."
            );
    }

    private async ValueTask<bool> ApplyOneAsync(WriteUnit unit, Migration migration, CancellationToken token)
    {
        foreach (var statement in await MigrationTable.GetGroundworkAsync(unit, token).ConfigureAwait(false))
        {
            await unit.ExecuteOnceAsync(statement, token).ConfigureAwait(false);
        }

        // Somebody else may have been here since the plan was made.
        var applied = await MigrationTable.GetAppliedAsync(unit, _set.Component, token).ConfigureAwait(false);
        ThrowIfDifferent(applied);
        if (applied.Count >= migration.Number)
        {
            return false;
        }

        foreach (var statement in migration.GetStatements(unit.Dialect))
        {
            await unit.ExecuteOnceAsync(statement, token).ConfigureAwait(false);
        }

        await MigrationTable.AddAsync(unit, _set.Component, migration, _time.GetUtcNow(), token).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<MigrationPlan> PlanAsync(SqlUnit unit, CancellationToken token)
    {
        var groundwork = await MigrationTable.GetGroundworkAsync(unit, token).ConfigureAwait(false);
        var applied =
            groundwork.Count == 0
                ? await MigrationTable.GetAppliedAsync(unit, _set.Component, token).ConfigureAwait(false)
                : [];
        ThrowIfDifferent(applied);
        return new MigrationPlan(
            _set.Component,
            unit.Dialect,
            applied,
            [.. _set.Migrations.Skip(applied.Count)],
            groundwork
        );
    }

    private void ThrowIfDifferent(IReadOnlyList<AppliedMigration> applied)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            var (number, name, checksum) = (applied[i].Number, applied[i].Name, applied[i].Checksum);
            if (number > _set.Migrations.Count)
            {
                throw new NewerSchemaException(
                    $"The database has had migration {number} ('{name}') of '{_set.Component}', and this version knows {_set.Migrations.Count}: use the version that applied it, or a later one."
                );
            }

            if (number != i + 1)
            {
                throw new MigrationChangedException(
                    $"The database has had migration {number} ('{name}') of '{_set.Component}' but has no note of migration {i + 1}: its notes in {MigrationTable.Name} were changed."
                );
            }

            var expected = _set.Migrations[i].GetChecksum(_database.Dialect).ToString();
            if (checksum != expected)
            {
                throw new MigrationChangedException(
                    $"Migration {number} of '{_set.Component}' was applied as '{name}' with {checksum}; the code's '{_set.Migrations[i].Name}' has {expected}. An applied migration must stay as it was: a change is a new migration."
                );
            }
        }
    }

    private static string Describe(MigrationPlan plan) =>
        $"Of '{plan.Component}' {plan.Pending.Count} migrations are pending: {string.Join(", ", plan.Pending.Select(pending => $"{pending.Number} ({pending.Name})"))}.";
}
