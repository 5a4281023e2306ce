using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Stores;
using Mlops.Registry.Stores.Relational;
using Mlops.Storage;
using Mlops.Storage.DependencyInjection;
using Mlops.Storage.Migrations;

namespace Mlops.Registry.DependencyInjection;

/// <summary>What <c>AddRegistry</c> hands to the host: where the registry keeps its records, and how it behaves.</summary>
public sealed class RegistryBuilder : IStorageBuilder
{
    internal RegistryBuilder(IServiceCollection services) => Services = services;

    /// <inheritdoc/>
    public IServiceCollection Services { get; }

    /// <summary>Whether migrations are applied at start, or only required to have been.</summary>
    /// <value><see cref="StartupMode.Apply"/>.</value>
    public StartupMode Startup { get; set; } = StartupMode.Apply;

    /// <summary>Keeps the records in a database: what <c>UseSqlite</c> and <c>UsePostgreSql</c> call.</summary>
    /// <param name="factory">Makes the database.</param>
    public void UseDatabase(Func<IServiceProvider, RelationalDatabase> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        UseStore(services => new RelationalRegistryStore(
            factory(services),
            new RelationalRegistryStoreOptions { Startup = Startup }
        ));
    }

    /// <summary>Keeps the records in memory: for tests and notebooks. They are gone with the process.</summary>
    public RegistryBuilder UseMemory() => UseStore(_ => new MemoryRegistryStore());

    /// <summary>Keeps the records in a store of the host's own; <c>Mlops.Registry.Testing</c> proves it.</summary>
    /// <param name="factory">Makes the store.</param>
    public RegistryBuilder UseStore(Func<IServiceProvider, IRegistryStore> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        Services.RemoveAll<IRegistryStore>();
        Services.AddSingleton(factory);
        return this;
    }

    /// <summary>Keeps the files of models in a folder, by their content.</summary>
    /// <param name="folder">The folder; it is made when it is not there.</param>
    public RegistryBuilder UseArtifactFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return UseArtifacts(_ => new FileArtifactStore(folder));
    }

    /// <summary>Keeps the files of models in a store of the host's own.</summary>
    /// <param name="factory">Makes the store.</param>
    public RegistryBuilder UseArtifacts(Func<IServiceProvider, IArtifactStore> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        Services.RemoveAll<IArtifactStore>();
        Services.AddSingleton(factory);
        return this;
    }

    /// <summary>Changes the settings.</summary>
    /// <param name="configure">Changes them.</param>
    public RegistryBuilder Configure(Action<ModelRegistryOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }

    /// <summary>Says who calls, so that <see cref="IModelRegistry"/> can be injected: a scoped service of the host's.</summary>
    /// <typeparam name="TSource">The host's source, such as one over the HTTP context.</typeparam>
    public RegistryBuilder UseCaller<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource
    >()
        where TSource : class, ICallerSource
    {
        Services.RemoveAll<ICallerSource>();
        Services.AddScoped<ICallerSource, TSource>();
        return this;
    }
}
