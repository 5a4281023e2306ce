using Mlops.Registry;
using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Stores.Relational;
using Mlops.Registry.Transparency;
using Mlops.Storage;
using Mlops.Storage.Migrations;

namespace Mlops.Cli.Registry.Hosting;

/// <summary>A registry that is open for one command.</summary>
internal sealed class RegistryHost : IAsyncDisposable
{
    private readonly ModelRegistry _registry;
    private readonly EcdsaNoteSigner? _signer;

    private RegistryHost(
        RegistryLocation location,
        ModelRegistry registry,
        Principal caller,
        IArtifactStore? artifacts,
        EcdsaNoteSigner? signer
    )
    {
        (Location, _registry, Artifacts, _signer) = (location, registry, artifacts, signer);
        Registry = registry.As(caller);
    }

    public RegistryLocation Location { get; }

    /// <summary>The registry as the caller sees it.</summary>
    public IModelRegistry Registry { get; }

    public IArtifactStore? Artifacts { get; }

    public ModelRegistryOptions Options => _registry.Options;

    public static TimeProvider Time => TimeProvider.System;

    /// <summary>Opens what is there.</summary>
    /// <param name="request">Which, and who calls.</param>
    /// <param name="isReadOnly">Whether nothing may be written, not even that somebody read.</param>
    /// <param name="defaultRoles">The roles where none are stated.</param>
    public static RegistryHost Open(
        RegistryRequest request,
        bool isReadOnly = false,
        params IReadOnlyList<string> defaultRoles
    )
    {
        var location = RegistryLocation.Resolve(request.Registry);
        location.ThrowIfMissing();
        var caller = CallerIdentity.Resolve(request, defaultRoles);
        var options = new ModelRegistryOptions
        {
            Origin = request.Origin,
            AccessRecording = isReadOnly ? AccessRecording.None : AccessRecording.Batched,
        };
        foreach (var verifier in LogKeys.Verifiers(request.Trust))
        {
            options.Verifiers.Add(verifier);
        }

        EcdsaNoteSigner? signer = null;
        if (request.Key is { } key)
        {
            signer = LogKeys.Signer(request.Origin, key);
            options.Signers.Add(signer);
        }

        if (request.Checkpoints is { } folder)
        {
            var checkpoints = new DirectoryCheckpointFolder(folder);
            options.CheckpointSinks.Add(checkpoints);
            options.CheckpointSources.Add(checkpoints);
        }

        var artifacts =
            (request.Artifacts ?? location.DefaultArtifacts) is { } path && (!isReadOnly || Directory.Exists(path))
                ? new FileArtifactStore(path)
                : null;
        var store = new RelationalRegistryStore(
            location.Open(isReadOnly),
            new RelationalRegistryStoreOptions { Startup = StartupMode.Require }
        );
        return new RegistryHost(location, new ModelRegistry(store, options, artifacts), caller, artifacts, signer);
    }

    /// <summary>What the database needs before it is a registry of this version.</summary>
    public static Migrator MigratorOf(RelationalDatabase database) => new(database, RegistryMigrations.Set, Time);

    public async ValueTask DisposeAsync()
    {
        await _registry.DisposeAsync().ConfigureAwait(false);
        _signer?.Dispose();
    }
}
