using Mlops.Registry.Stores;
using Mlops.Registry.Testing;

namespace Mlops.Registry.Tests.Stores.Contract;

/// <summary>Places that are made of a way to open a store and a way to remove its data.</summary>
internal sealed class StoreFactory(bool canReopen, Func<StoreFactory.Place> create) : IRegistryStoreFactory
{
    public static StoreFactory Memory { get; } = new(false, () => new Place(() => new MemoryRegistryStore()));

    public bool CanReopen => canReopen;

    public Task<IRegistryStorePlace> CreateAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IRegistryStorePlace>(create());

    /// <summary>The same places, with every store that is opened there put into another one.</summary>
    public StoreFactory Wrap(Func<IRegistryStore, IRegistryStore> wrap) =>
        new(
            canReopen,
            () =>
            {
                var place = create();
                return new Place(() => wrap(place.Open()), place.Remove);
            }
        );

    internal sealed class Place(Func<IRegistryStore> open, Func<ValueTask>? remove = null) : IRegistryStorePlace
    {
        public Func<IRegistryStore> Open => open;

        public Func<ValueTask>? Remove => remove;

        public Task<IRegistryStore> OpenAsync(CancellationToken cancellationToken = default) => Task.FromResult(open());

        public ValueTask DisposeAsync() => remove?.Invoke() ?? default;
    }
}
