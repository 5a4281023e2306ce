using System.Security.Claims;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Engine;
using Mlops.Registry.Options;
using Mlops.Registry.Stores;

namespace Mlops.Registry;

/// <summary>The registry over a store: hands out <see cref="IModelRegistry"/> for each caller.</summary>
/// <remarks>One instance serves a process; it is safe to share between threads. Many processes may share one store.</remarks>
/// <example>
/// <code>
/// await using var registry = new ModelRegistry(new MemoryRegistryStore());
/// var author = registry.As(new Principal("ada", [RegistryRole.Author]));
/// await author.CreateModelAsync(new ModelRegistration("credit", "Scores applications for consumer credit."));
/// </code>
/// </example>
public sealed class ModelRegistry : IAsyncDisposable
{
    private readonly RegistryEngine _engine;

    /// <summary>Makes a registry.</summary>
    /// <param name="store">Where it keeps its records; it is disposed with the registry.</param>
    /// <param name="options">Its settings; the defaults when left out.</param>
    /// <param name="artifacts">Where the files of models are; without one, artifacts are known by digest and never looked at.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <param name="logger">Where it says what it does; nowhere when left out.</param>
    /// <param name="instruments">What it measures by; nothing is measured when left out.</param>
    /// <exception cref="ArgumentException">The options contradict each other; the message says where.</exception>
    public ModelRegistry(
        IRegistryStore store,
        ModelRegistryOptions? options = null,
        IArtifactStore? artifacts = null,
        TimeProvider? time = null,
        ILogger<ModelRegistry>? logger = null,
        RegistryInstruments? instruments = null
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        Options = options ?? new ModelRegistryOptions();
        var faults = ModelRegistryOptionsValidator.Faults(Options).ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
        }

        Store = store;
        Artifacts = artifacts;
        _engine = new RegistryEngine(
            store,
            Options,
            artifacts,
            time ?? TimeProvider.System,
            logger ?? NullLogger<ModelRegistry>.Instance,
            instruments
        );
    }

    /// <summary>Its settings.</summary>
    public ModelRegistryOptions Options { get; }

    /// <summary>Where it keeps its records.</summary>
    public IRegistryStore Store { get; }

    /// <summary>Where the files of models are.</summary>
    public IArtifactStore? Artifacts { get; }

    /// <summary>The registry as one caller sees it.</summary>
    /// <param name="caller">Who calls.</param>
    public IModelRegistry As(Principal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentException.ThrowIfNullOrWhiteSpace(caller.Id);
        ArgumentNullException.ThrowIfNull(caller.Roles);
        // A copy: who holds the list must not give themselves roles while the registry works.
        return new RegistrySession(_engine, caller with { Roles = [.. caller.Roles] });
    }

    /// <summary>The registry as a signed-in user sees it.</summary>
    /// <param name="user">The user, by their claims; <see cref="ModelRegistryOptions.Claims"/> says which claim is what.</param>
    /// <exception cref="AccessDeniedException">The user is not signed in, or has no claim that identifies them.</exception>
    public IModelRegistry As(ClaimsPrincipal user) => As(Options.Claims.ToPrincipal(user));

    /// <summary>Makes the store ready; the first operation does so too.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task InitializeAsync(CancellationToken cancellationToken = default) =>
        Store.InitializeAsync(cancellationToken);

    /// <summary>Writes the access records that wait to be written.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task FlushAccessRecordsAsync(CancellationToken cancellationToken = default) =>
        _engine.Accesses.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _engine.Accesses.DisposeAsync().ConfigureAwait(false);
        await Store.DisposeAsync().ConfigureAwait(false);
    }
}
