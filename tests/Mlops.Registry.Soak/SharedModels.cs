using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;

namespace Mlops.Registry.Soak;

/// <summary>The models that all writers share, and the one alias that all of them move.</summary>
internal static class SharedModels
{
    public const string Alias = "contested";
    public const int AliasTargets = 8;

    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(0, 8).Select(i => $"model-{i}")];

    public static string OfAlias => Names[0];

    /// <summary>Makes the models, and the versions among which the alias moves.</summary>
    public static async Task CreateAsync(Place place, ModelRegistry registry)
    {
        var actors = new Actors(registry, "setup");
        var weights = await place.WriteWeightsAsync();
        foreach (var name in Names)
        {
            await actors.Author.CreateModelAsync(new ModelRegistration(name, "Is written to by many."));
        }

        for (var i = 0; i < AliasTargets; i++)
        {
            await actors.Author.RegisterAsync(new VersionRegistration(OfAlias, Definition(weights)));
        }
    }

    public static VersionDefinition Definition(ArtifactFile weights) =>
        new() { Artifacts = ArtifactManifest.Create([weights]) };
}
