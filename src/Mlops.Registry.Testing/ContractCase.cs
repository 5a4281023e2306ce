using Mlops.Registry.Testing.Cases;

namespace Mlops.Registry.Testing;

/// <summary>One guarantee of a store, and how it is proven.</summary>
public sealed class ContractCase
{
    private readonly Func<CaseStores, CancellationToken, Task> _run;

    internal ContractCase(
        string name,
        string what,
        Func<CaseStores, CancellationToken, Task> run,
        bool needsReopening = false
    )
    {
        Name = name;
        What = what;
        NeedsReopening = needsReopening;
        _run = run;
    }

    /// <summary>Its name, which stays the same between versions: <c>records.revisions</c>.</summary>
    public string Name { get; }

    /// <summary>What a store guarantees, in one sentence.</summary>
    public string What { get; }

    /// <summary>Whether it opens one place more than once, which a store in memory can't.</summary>
    public bool NeedsReopening { get; }

    /// <summary>Proves the guarantee on a new and empty store.</summary>
    /// <param name="factory">Makes the place for it.</param>
    /// <param name="cancellationToken">Ends the case.</param>
    /// <exception cref="ContractViolationException">The store broke the guarantee, or threw what it should not have.</exception>
    /// <exception cref="InvalidOperationException">The case needs reopening, and the places of the factory can't be reopened.</exception>
    public async Task RunAsync(IRegistryStoreFactory factory, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (NeedsReopening && !factory.CanReopen)
        {
            throw new InvalidOperationException(
                $"The case {Name} opens its place more than once, and the factory says that its places can't be."
            );
        }

        try
        {
            var stores = await CaseStores.CreateAsync(factory, cancellationToken).ConfigureAwait(false);
            await using (stores.ConfigureAwait(false))
            {
                await _run(stores, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
            when (exception is not ContractViolationException && !cancellationToken.IsCancellationRequested)
        {
            throw new ContractViolationException(
                What,
                "no exception",
                $"{exception.GetType().Name}: {exception.Message}",
                exception
            );
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
