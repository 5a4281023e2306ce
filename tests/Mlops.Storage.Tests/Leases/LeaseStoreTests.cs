using Mlops.Storage.Leases;
using Mlops.Storage.Migrations;
using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.Leases;

public abstract class LeaseStoreTests(IStore store)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly SetClock _clock = new();

    [Fact]
    public async Task AcquireAsync_TwoHolders_OneHolds()
    {
        await using var database = await OpenAsync();
        var leases = new LeaseStore(database, _clock);

        var first = await leases.AcquireAsync("job", "a", Minute, TestContext.Current.CancellationToken);
        var second = await leases.AcquireAsync("job", "b", Minute, TestContext.Current.CancellationToken);

        Assert.Equal(new Lease("job", "a", 1, _clock.GetUtcNow() + Minute), first);
        Assert.Null(second);
        Assert.Equal(first, await leases.FindAsync("job", TestContext.Current.CancellationToken));
        Assert.NotNull(await leases.AcquireAsync("other job", "b", Minute, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AcquireAsync_AfterExpiry_FencesTheFormerHolderOff()
    {
        await using var database = await OpenAsync();
        var leases = new LeaseStore(database, _clock);
        var first = await leases.AcquireAsync("job", "a", Minute, TestContext.Current.CancellationToken);

        _clock.Advance(Minute);
        Assert.Null(await leases.FindAsync("job", TestContext.Current.CancellationToken));
        Assert.Null(await leases.RenewAsync(first!, Minute, TestContext.Current.CancellationToken));
        var second = await leases.AcquireAsync("job", "b", Minute, TestContext.Current.CancellationToken);

        Assert.Equal(2, second!.Token);
        Assert.Null(await leases.RenewAsync(first!, Minute, TestContext.Current.CancellationToken));
        Assert.False(await leases.ReleaseAsync(first!, TestContext.Current.CancellationToken));
        Assert.Equal(second, await leases.FindAsync("job", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RenewAsync_InTime_KeepsTheToken()
    {
        await using var database = await OpenAsync();
        var leases = new LeaseStore(database, _clock);
        var lease = await leases.AcquireAsync("job", "a", Minute, TestContext.Current.CancellationToken);

        _clock.Advance(Minute / 2);
        var renewed = await leases.RenewAsync(lease!, Minute, TestContext.Current.CancellationToken);
        _clock.Advance(Minute / 2);

        Assert.Equal(1, renewed!.Token);
        Assert.Null(await leases.AcquireAsync("job", "b", Minute, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReleaseAsync_Held_LetsOthersInWithAHigherToken()
    {
        await using var database = await OpenAsync();
        var leases = new LeaseStore(database, _clock);
        var first = await leases.AcquireAsync("job", "a", Minute, TestContext.Current.CancellationToken);

        Assert.True(await leases.ReleaseAsync(first!, TestContext.Current.CancellationToken));
        Assert.False(await leases.ReleaseAsync(first!, TestContext.Current.CancellationToken));

        Assert.Equal(2, (await leases.AcquireAsync("job", "b", Minute, TestContext.Current.CancellationToken))!.Token);
    }

    [Fact]
    public async Task AcquireAsync_OwnLeaseAgain_GivesANewToken()
    {
        await using var database = await OpenAsync();
        var leases = new LeaseStore(database, _clock);
        var before = await leases.AcquireAsync("job", "a", Minute, TestContext.Current.CancellationToken);

        var after = await leases.AcquireAsync("job", "a", Minute, TestContext.Current.CancellationToken);

        Assert.Equal(2, after!.Token);
        Assert.Null(await leases.RenewAsync(before!, Minute, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AcquireAsync_ManyAtOnce_OneHolds()
    {
        await using var database = await OpenAsync();
        var leases = new LeaseStore(database, _clock);

        var got = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i => Task.Run(() => leases.AcquireAsync("job", $"holder {i}", Minute).AsTask()))
        );

        Assert.Single(got, lease => lease is not null);
    }

    private async Task<RelationalDatabase> OpenAsync()
    {
        var database = store.NewPlace().Open();
        await new Migrator(database, LeaseStore.Migrations, _clock).ApplyAsync();
        return database;
    }

    private sealed class SetClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public void Advance(TimeSpan time) => _now += time;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
