using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Mlops.DependencyInjection;
using Mlops.Drift;
using Mlops.Drift.DependencyInjection;

// The host has this namespace open wherever it registers services.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds drift baselines to a host.</summary>
public static class MlopsDriftBuilderExtensions
{
    /// <summary>Adds a saved baseline under a name: inject it with <c>[FromKeyedServices(name)] DriftBaseline</c>.</summary>
    /// <param name="builder">What <c>AddMlops</c> hands over.</param>
    /// <param name="name">The name, such as the model's.</param>
    /// <param name="configure">Says where the file is.</param>
    /// <returns><paramref name="builder"/>, so that calls chain.</returns>
    /// <remarks>The file is checked for when the host starts, loaded at first use, and held from then on.</remarks>
    public static IMlopsBuilder AddDriftBaseline(
        this IMlopsBuilder builder,
        string name,
        Action<DriftBaselineOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<DriftBaselineOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DriftBaselineOptions>, DriftBaselineOptionsValidator>()
        );
        builder.Services.TryAddKeyedSingleton(
            name,
            (services, _) =>
                DriftBaseline.Load(services.GetRequiredService<IOptionsMonitor<DriftBaselineOptions>>().Get(name).Path)
        );
        return builder;
    }
}
