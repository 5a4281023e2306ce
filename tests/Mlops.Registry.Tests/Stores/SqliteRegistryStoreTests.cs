using Mlops.Registry.Testing;
using Mlops.Registry.Tests.Stores.Contract;

namespace Mlops.Registry.Tests.Stores;

public class SqliteRegistryStoreTests
{
    [Theory]
    [MemberData(nameof(ContractRows.All), MemberType = typeof(ContractRows))]
    public Task Store_Contract_IsKept(string name) =>
        RegistryStoreContract.Find(name).RunAsync(SqlitePlaces.Factory, TestContext.Current.CancellationToken);
}
