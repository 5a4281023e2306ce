using Mlops.Registry.Access;

namespace Mlops.Registry.Soak;

/// <summary>The people of a run.</summary>
internal sealed class Actors(ModelRegistry registry, string name)
{
    public IModelRegistry Author { get; } = registry.As(new Principal($"author-{name}", [RegistryRole.Author]));

    public IModelRegistry Validator { get; } =
        registry.As(new Principal($"validator-{name}", [RegistryRole.Validator]));

    public IModelRegistry Operator { get; } = registry.As(new Principal($"operator-{name}", [RegistryRole.Operator]));

    public IModelRegistry Administrator { get; } =
        registry.As(new Principal($"administrator-{name}", [RegistryRole.Administrator]));

    public IModelRegistry Auditor { get; } = registry.As(new Principal($"auditor-{name}", [RegistryRole.Auditor]));
}
