using Microsoft.Extensions.DependencyInjection;

namespace Mlops.Storage.DependencyInjection;

/// <summary>What a component's builder implements so that <c>UseSqlite</c> and <c>UsePostgreSql</c> work on it.</summary>
public interface IStorageBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Takes the database that the component shall keep its data in.</summary>
    /// <param name="factory">Opens it, once, when the component is first asked for; the component's registration owns and disposes it.</param>
    void UseDatabase(Func<IServiceProvider, RelationalDatabase> factory);
}
