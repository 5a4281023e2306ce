using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Mlops.DependencyInjection;
using Mlops.Registry;
using Mlops.Registry.Artifacts;
using Mlops.Registry.DependencyInjection;
using Mlops.Registry.Options;
using Mlops.Registry.Stores;

// The host has this namespace open wherever it registers services.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the registry to a host.</summary>
public static class MlopsRegistryBuilderExtensions
{
    /// <summary>Adds the registry: inject <see cref="ModelRegistry"/>, or <see cref="IModelRegistry"/> where the builder says who calls.</summary>
    /// <param name="builder">What <c>AddMlops</c> hands to the host.</param>
    /// <param name="configure">Says where the records are: <c>r => r.UseSqlite("models.db")</c>; in memory when it says nothing.</param>
    /// <returns><paramref name="builder"/>, so that calls chain.</returns>
    /// <remarks>The settings are validated when the host starts. It may be called several times: the last store wins.</remarks>
    public static IMlopsBuilder AddRegistry(this IMlopsBuilder builder, Action<RegistryBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<ModelRegistryOptions>().ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<ModelRegistryOptions>, ModelRegistryOptionsValidator>()
        );
        configure?.Invoke(new RegistryBuilder(services));
        services.TryAddSingleton<IRegistryStore>(_ => new MemoryRegistryStore());
        services.TryAddTransient<RegistryHealthCheck>();
        services.TryAddSingleton(provider => new RegistryInstruments(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(provider => new ModelRegistry(
            provider.GetRequiredService<IRegistryStore>(),
            provider.GetRequiredService<IOptions<ModelRegistryOptions>>().Value,
            provider.GetService<IArtifactStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<ModelRegistry>>(),
            provider.GetRequiredService<RegistryInstruments>()
        ));
        services.TryAddScoped(provider =>
        {
            var source =
                provider.GetService<ICallerSource>()
                ?? throw new InvalidOperationException(
                    $"Nothing says who calls: name a source with {nameof(RegistryBuilder.UseCaller)}, or inject {nameof(ModelRegistry)} and say it with {nameof(ModelRegistry.As)}."
                );
            var registry = provider.GetRequiredService<ModelRegistry>();
            return registry.As(source.GetCaller(registry.Options.Claims));
        });
        return builder;
    }
}
