using Microsoft.Extensions.DependencyInjection;
using Mlops.Storage.DependencyInjection;

namespace Mlops.Storage.Tests.DependencyInjection;

public sealed class StorageBuilderTests
{
    [Fact]
    public async Task UseSqliteAndUsePostgreSql_OnABuilder_ReturnItAndGiveItTheDatabase()
    {
        var builder = new Builder();

        Assert.Same(builder, builder.UseSqlite(Path.Combine(Path.GetTempPath(), "unopened.db")));
        await using var sqlite = builder.Factory!(null!);
        Assert.Same(builder, builder.UsePostgreSql("Host=localhost"));
        await using var postgreSql = builder.Factory!(null!);

        Assert.Equal(("sqlite", "postgresql"), (sqlite.Dialect.Name, postgreSql.Dialect.Name));
    }

    private sealed class Builder : IStorageBuilder
    {
        public IServiceCollection Services { get; } = null!;

        public Func<IServiceProvider, RelationalDatabase>? Factory { get; private set; }

        public void UseDatabase(Func<IServiceProvider, RelationalDatabase> factory) => Factory = factory;
    }
}
