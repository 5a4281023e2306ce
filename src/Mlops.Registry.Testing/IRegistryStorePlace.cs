using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing;

/// <summary>Where the data of one case lies; disposing it removes the data.</summary>
public interface IRegistryStorePlace : IAsyncDisposable
{
    /// <summary>Opens a store on the data, as a host or another process of it would.</summary>
    /// <remarks>Called once where <see cref="IRegistryStoreFactory.CanReopen"/> is false. The case disposes the store.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IRegistryStore> OpenAsync(CancellationToken cancellationToken = default);
}
