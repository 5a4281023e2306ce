// <snippet: Wire>
using Microsoft.Extensions.DependencyInjection;
using Mlops.Registry;
using Mlops.Registry.Access;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.DependencyInjection;
using Mlops.Registry.Models;
using Mlops.Registry.Transparency;

// </snippet>

namespace Snippets.Documents;

internal static class GoverningHost
{
    public static async Task Wire()
    {
        var services = new ServiceCollection();
        // <snippet: Wire>
        var checkpoints = new DirectoryCheckpointFolder("checkpoints");
        var key = EcdsaNoteSigner.Generate("example.com/models"); // in earnest FromPem, with a key out of a vault

        services.AddMlops(mlops =>
            mlops.AddRegistry(registry =>
                registry
                    .UseSqlite("registry.db")
                    .UseArtifactFolder("artifacts")
                    .UseCaller<SignedInUser>()
                    .Configure(options =>
                    {
                        options.Origin = "example.com/models";
                        options.Signers.Add(key);
                        options.CheckpointSinks.Add(checkpoints);
                        options.CheckpointSources.Add(checkpoints);
                    })
            )
        );
        // </snippet>
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<IModelRegistry>();
        await registry.CreateModelAsync(new ModelRegistration("credit", "Says how likely a credit is paid back."));
    }

    // <snippet: Wire>
    private sealed class SignedInUser : ICallerSource
    {
        public Principal GetCaller(ClaimsMapping claims) => new("ada", [RegistryRole.Author]);
    }

    // </snippet>
}
