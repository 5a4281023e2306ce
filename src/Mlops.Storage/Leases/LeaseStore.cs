using Mlops.Storage.Commands;
using Mlops.Storage.Migrations;

namespace Mlops.Storage.Leases;

/// <summary>Leases in a database: at most one holder of a name at a time, by the clocks of the hosts.</summary>
/// <remarks>
/// Thread-safe. Every change is a compare-and-set on the fencing token. Clocks of hosts differ and processes pause, so two
/// may believe for a moment that they hold a lease: pass the token along with what is done under it, and refuse a token
/// lower than the highest one seen (Burrows, 2006, "sequencers"; Kleppmann, 2016).
/// </remarks>
public sealed class LeaseStore
{
    private const string Component = "mlops.lease";
    private readonly RelationalDatabase _database;
    private readonly TimeProvider _time;

    /// <summary>Makes a store over a database that has had <see cref="Migrations"/>.</summary>
    /// <param name="database">The database.</param>
    /// <param name="timeProvider">The clock by which leases expire.</param>
    public LeaseStore(RelationalDatabase database, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(timeProvider);
        _database = database;
        _time = timeProvider;
    }

    /// <summary>The store's schema.</summary>
    public static MigrationSet Migrations { get; } =
        new(
            Component,
            new Migration(
                1,
                "leases",
                dialect =>
                    [
                        $"""
                            CREATE TABLE mlops_lease (
                                name {dialect.TextType} NOT NULL PRIMARY KEY,
                                holder {dialect.TextType} NOT NULL,
                                token {dialect.IntegerType} NOT NULL,
                                expires {dialect.TimestampType} NOT NULL
                            )
                            """,
                    ]
            )
        );

    /// <summary>Takes a lease that is free, has expired, or is the holder's own.</summary>
    /// <remarks>A holder that comes back gets a new token, which fences off what it did before it was restarted.</remarks>
    /// <param name="name">What is leased.</param>
    /// <param name="holder">Who wants it: a name that no other process has.</param>
    /// <param name="duration">For how long, more than zero.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The lease, or null while somebody else holds it.</returns>
    public ValueTask<Lease?> AcquireAsync(
        string name,
        string holder,
        TimeSpan duration,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(holder);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return _database.WriteAsync(
            Component,
            async (unit, token) =>
            {
                var now = _time.GetUtcNow();
                var present = await FindAsync(unit, name, token).ConfigureAwait(false);
                if (present is not null && present.ExpiresAt > now && present.Holder != holder)
                {
                    return null;
                }

                var lease = new Lease(name, holder, (present?.Token ?? 0) + 1, now + duration);
                await (
                    present is null
                        ? unit.Command(
                            "INSERT INTO mlops_lease (name, holder, token, expires) VALUES (@name, @holder, @token, @expires)"
                        )
                        : unit.Command(
                                "UPDATE mlops_lease SET holder = @holder, token = @token, expires = @expires WHERE name = @name AND token = @present"
                            )
                            .Set("present", present.Token)
                )
                    .Set("name", name)
                    .Set("holder", holder)
                    .Set("token", lease.Token)
                    .Set("expires", lease.ExpiresAt)
                    .ExecuteAsync(token)
                    .ConfigureAwait(false);
                return lease;
            },
            cancellationToken
        );
    }

    /// <summary>Prolongs a lease that is still held.</summary>
    /// <param name="lease">The lease as it was last given.</param>
    /// <param name="duration">For how long from now, more than zero.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The lease with its new end, or null when it has expired, was released or is another's: then it must be acquired anew.</returns>
    public async ValueTask<Lease?> RenewAsync(
        Lease lease,
        TimeSpan duration,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        var now = _time.GetUtcNow();
        return await SetExpiryAsync(lease, now, now + duration, cancellationToken).ConfigureAwait(false)
            ? lease with
            {
                ExpiresAt = now + duration,
            }
            : null;
    }

    /// <summary>Ends a lease before its time; its token is never given again.</summary>
    /// <param name="lease">The lease as it was last given.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it was still held.</returns>
    public ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var now = _time.GetUtcNow();
        return SetExpiryAsync(lease, now, now, cancellationToken);
    }

    /// <summary>Finds who holds a lease.</summary>
    /// <param name="name">What is leased.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The lease, or null when nobody holds it.</returns>
    public async ValueTask<Lease?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var lease = await _database
            .ReadAsync((unit, token) => FindAsync(unit, name, token), cancellationToken)
            .ConfigureAwait(false);
        return lease is not null && lease.ExpiresAt > _time.GetUtcNow() ? lease : null;
    }

    private ValueTask<bool> SetExpiryAsync(
        Lease lease,
        DateTimeOffset now,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    ) =>
        _database.WriteAsync(
            Component,
            async (unit, token) =>
                await unit.Command(
                        "UPDATE mlops_lease SET expires = @expires WHERE name = @name AND holder = @holder AND token = @token AND expires > @now"
                    )
                    .Set("name", lease.Name)
                    .Set("holder", lease.Holder)
                    .Set("token", lease.Token)
                    .Set("expires", expiresAt)
                    .Set("now", now)
                    .ExecuteAsync(token)
                    .ConfigureAwait(false) == 1,
            cancellationToken
        );

    private static ValueTask<Lease?> FindAsync(SqlUnit unit, string name, CancellationToken token) =>
        unit.Command("SELECT holder, token, expires FROM mlops_lease WHERE name = @name")
            .Set("name", name)
            .QueryFirstAsync<Lease>(
                reader => new Lease(name, reader.GetString(0), reader.GetInt64(1), reader.GetTimestamp(2)),
                token
            );
}
