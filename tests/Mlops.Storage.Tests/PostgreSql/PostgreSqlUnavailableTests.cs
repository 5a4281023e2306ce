using System.Net;
using System.Net.Sockets;
using Mlops.Storage.PostgreSql;
using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.PostgreSql;

public sealed class PostgreSqlUnavailableTests
{
    [Fact]
    public async Task CheckAndWrite_NobodyListens_SayWhere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var database = PostgreSqlDatabase.Open($"Host=127.0.0.1;Port={port};Username=nobody;Database=none");

        var read = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            database.CheckAsync(TestContext.Current.CancellationToken).AsTask()
        );
        var write = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            database
                .WriteAsync(
                    "items",
                    (unit, token) => Items.AddAsync(unit, "a", token),
                    TestContext.Current.CancellationToken
                )
                .AsTask()
        );

        Assert.All(
            [read, write],
            failure => Assert.Contains($"answers at 127.0.0.1:{port}/none", failure.Message, StringComparison.Ordinal)
        );
    }
}
