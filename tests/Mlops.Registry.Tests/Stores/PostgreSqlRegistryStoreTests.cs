using Mlops.Registry.Testing;
using Mlops.Registry.Tests.Stores.Contract;
using Mlops.Tests.Shared;

namespace Mlops.Registry.Tests.Stores;

public class PostgreSqlRegistryStoreTests(PostgreSqlFixture server) : IClassFixture<PostgreSqlFixture>
{
    [Theory]
    [MemberData(nameof(ContractRows.All), MemberType = typeof(ContractRows))]
    public async Task Store_Contract_IsKept(string name)
    {
        PostgreSqlFixture.SkipWithoutServer();
        await RegistryStoreContract
            .Find(name)
            .RunAsync(PostgreSqlPlaces.On(server), TestContext.Current.CancellationToken);
    }
}
