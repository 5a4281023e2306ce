using System.Data.Common;
using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Stores.Relational;
using Mlops.Registry.Transparency;
using Mlops.Storage;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>A registry that somebody can reach behind its back: by its tables.</summary>
internal sealed class Scene(
    Func<RelationalDatabase> open,
    Func<Task<DbConnection>> connect,
    EcdsaNoteSigner signer,
    MemoryCheckpoints checkpoints
)
{
    public const string Origin = "example.com/models";

    public EcdsaNoteSigner Signer => signer;

    public MemoryCheckpoints Checkpoints => checkpoints;

    /// <summary>The registry, which publishes to and reads from the checkpoints outside.</summary>
    public ModelRegistry Open(params ReadOnlySpan<ICheckpointSource> sources)
    {
        var options = new ModelRegistryOptions { Origin = Origin };
        options.Signers.Add(signer);
        options.CheckpointSinks.Add(checkpoints);
        foreach (var source in sources)
        {
            options.CheckpointSources.Add(source);
        }

        return new ModelRegistry(new RelationalRegistryStore(open()), options);
    }

    public async Task<AuditVerification> VerifyAsync(bool withCheckpoints = true)
    {
        await using var registry = withCheckpoints ? Open(checkpoints) : Open();
        return await Verifier(registry).VerifyAsync();
    }

    public static IModelRegistry Verifier(ModelRegistry registry)
    {
        registry.Options.AccessRecording = AccessRecording.None;
        return registry.As(new Principal("audrey", [RegistryRole.Auditor]));
    }

    public async Task AttackAsync(Func<Attacker, Task> attack)
    {
        await using var connection = await connect();
        await attack(new Attacker(connection));
    }
}
