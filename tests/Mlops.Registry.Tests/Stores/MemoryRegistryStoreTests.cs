using Mlops.Registry.Stores;
using Mlops.Registry.Testing;
using Mlops.Registry.Tests.Stores.Contract;

namespace Mlops.Registry.Tests.Stores;

public class MemoryRegistryStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ContractRows.WithoutReopening), MemberType = typeof(ContractRows))]
    public Task Store_Contract_IsKept(string name) =>
        RegistryStoreContract.Find(name).RunAsync(StoreFactory.Memory, Token);

    [Fact]
    public async Task RunAsync_Memory_ReportsReopeningAsNotApplicable()
    {
        var told = new List<string>();
        var report = await RegistryStoreContract.RunAsync(
            StoreFactory.Memory,
            new Told(told),
            cancellationToken: Token
        );
        Assert.True(report.IsKept, report.ToString());
        Assert.Equal(RegistryStoreContract.Cases, report.Results.Select(result => result.Case));
        Assert.Equal(RegistryStoreContract.Cases.Select(one => one.Name), told);
        Assert.All(
            report.Results,
            result =>
                Assert.Equal(
                    result.Case.NeedsReopening ? ContractOutcome.NotApplicable : ContractOutcome.Kept,
                    result.Outcome
                )
        );
    }

    [Fact]
    public async Task CommitAsync_Disposed_Throws()
    {
        var store = new MemoryRegistryStore();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            store.CommitAsync((_, _) => new ValueTask<int>(0), Token)
        );
    }

    private sealed class Told(List<string> names) : IProgress<ContractResult>
    {
        public void Report(ContractResult value) => names.Add(value.Case.Name);
    }
}
