using Microsoft.Extensions.DependencyInjection.Extensions;
using Mlops.DependencyInjection;

// The host has this namespace open wherever it registers services.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SDK to a host.</summary>
public static class MlopsServiceCollectionExtensions
{
    /// <summary>Adds what every part of the SDK needs, and lets <paramref name="configure"/> add the parts.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Adds the parts: <c>m => m.AddDriftBaseline("churn", …)</c>; none when left out.</param>
    /// <returns><paramref name="services"/>, so that calls chain.</returns>
    /// <remarks>It may be called any number of times: what is there already stays.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddMlops(this IServiceCollection services, Action<IMlopsBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        configure?.Invoke(new MlopsBuilder(services));
        return services;
    }
}
