namespace Mlops.Registry.Testing;

/// <summary>Makes places for the stores that are to be proven.</summary>
/// <remarks>Safe to use from many threads, so that cases may run beside each other.</remarks>
public interface IRegistryStoreFactory
{
    /// <summary>Whether a place can be opened more than once: in turn, and by two stores at the same time.</summary>
    /// <value>False for a store whose data ends with it, such as one in memory; the cases that need it are left out then.</value>
    bool CanReopen { get; }

    /// <summary>Makes a new and empty place: a file, a schema, a bucket.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IRegistryStorePlace> CreateAsync(CancellationToken cancellationToken = default);
}
