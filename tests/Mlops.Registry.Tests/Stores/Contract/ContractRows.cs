using Mlops.Registry.Testing;

namespace Mlops.Registry.Tests.Stores.Contract;

public static class ContractRows
{
    public static TheoryData<string> All => [.. RegistryStoreContract.Cases.Select(one => one.Name)];

    /// <summary>The cases for a store that can't be opened again.</summary>
    public static TheoryData<string> WithoutReopening =>
        [.. RegistryStoreContract.Cases.Where(one => !one.NeedsReopening).Select(one => one.Name)];
}
