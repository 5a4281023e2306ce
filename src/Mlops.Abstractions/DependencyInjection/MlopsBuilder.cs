using Microsoft.Extensions.DependencyInjection;

namespace Mlops.DependencyInjection;

/// <summary>The one builder: it carries the collection and nothing else.</summary>
internal sealed class MlopsBuilder(IServiceCollection services) : IMlopsBuilder
{
    public IServiceCollection Services { get; } = services;
}
