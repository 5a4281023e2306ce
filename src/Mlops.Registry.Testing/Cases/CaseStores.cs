using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>The stores that a case opened on its place; disposed with it.</summary>
internal sealed class CaseStores : IAsyncDisposable
{
    private readonly IRegistryStorePlace _place;
    private readonly List<IRegistryStore> _open = [];

    private CaseStores(IRegistryStorePlace place) => _place = place;

    public static async Task<CaseStores> CreateAsync(IRegistryStoreFactory factory, CancellationToken token) =>
        new(await factory.CreateAsync(token).ConfigureAwait(false));

    public async Task<IRegistryStore> OpenAsync(CancellationToken token)
    {
        var store = await _place.OpenAsync(token).ConfigureAwait(false);
        _open.Add(store);
        return store;
    }

    public async Task CloseAsync(IRegistryStore store)
    {
        _open.Remove(store);
        await store.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _open)
        {
            await store.DisposeAsync().ConfigureAwait(false);
        }

        await _place.DisposeAsync().ConfigureAwait(false);
    }
}
