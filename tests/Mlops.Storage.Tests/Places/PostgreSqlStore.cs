using Mlops.Tests.Shared;

namespace Mlops.Storage.Tests.Places;

public sealed class PostgreSqlStore : IStore, IAsyncLifetime
{
    private int _count;

    public PostgreSqlFixture Server { get; } = new();

    public Place NewPlace() => new("postgresql", Server.ConnectionString, $"place_{Interlocked.Increment(ref _count)}");

    public ValueTask InitializeAsync() => Server.InitializeAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
