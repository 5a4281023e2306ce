using Microsoft.Extensions.DependencyInjection;

namespace Mlops.DependencyInjection;

/// <summary>What <c>AddMlops</c> hands to the host, and what each package extends with its own <c>AddXxx</c>.</summary>
public interface IMlopsBuilder
{
    /// <summary>The host's service collection.</summary>
    IServiceCollection Services { get; }
}
