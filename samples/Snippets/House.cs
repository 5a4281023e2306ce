using System.Text;
using Mlops;
using Mlops.Evidence;
using Mlops.Registry;
using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;
using Mlops.Serialization;

namespace Snippets;

/// <summary>A registry in memory with its people, for the snippets that begin where another one ended.</summary>
internal sealed class House : IAsyncDisposable
{
    private House(Action<ModelRegistryOptions>? configure)
    {
        var options = new ModelRegistryOptions { Origin = "example.com/models" };
        options.Signers.Add(Key);
        options.CheckpointSinks.Add(Checkpoints);
        options.CheckpointSources.Add(Checkpoints);
        configure?.Invoke(options);
        Registry = new ModelRegistry(new MemoryRegistryStore(), options, Artifacts, Clock);
        Author = Registry.As(new Principal("ada", [RegistryRole.Author]));
        Validator = Registry.As(new Principal("vera", [RegistryRole.Validator]));
        Officer = Registry.As(new Principal("rita", [RegistryRole.RiskOfficer]));
        Operator = Registry.As(new Principal("otto", [RegistryRole.Operator]));
        Administrator = Registry.As(new Principal("adam", [RegistryRole.Administrator]));
        Auditor = Registry.As(new Principal("audrey", [RegistryRole.Auditor]));
    }

    public ManualClock Clock { get; } = new();

    public MemoryArtifactStore Artifacts { get; } = new();

    public MemoryCheckpoints Checkpoints { get; } = new();

    public EcdsaNoteSigner Key { get; } = EcdsaNoteSigner.Generate("example.com/models");

    public ModelRegistry Registry { get; }

    public IModelRegistry Author { get; }

    public IModelRegistry Validator { get; }

    public IModelRegistry Officer { get; }

    public IModelRegistry Operator { get; }

    public IModelRegistry Administrator { get; }

    public IModelRegistry Auditor { get; }

    /// <summary>A house with a model, and as many of its versions in use, one after the other, as are asked for.</summary>
    public static async Task<House> OpenAsync(int activeVersions = 0, Action<ModelRegistryOptions>? configure = null)
    {
        var house = new House(configure);
        await house.Author.CreateModelAsync(new ModelRegistration("credit", "Says how likely a credit is paid back."));
        for (var number = 1; number <= activeVersions; number++)
        {
            var version = await house.RegisterAsync();
            await house.Author.RequestReviewAsync(version, "A new version.");
            await house.Validator.ApproveAsync(version, new("validator", "LEND-1"));
            await house.Operator.TransitionAsync(version, new(Stage.Staged, "Approved."));
            await house.Operator.TransitionAsync(version, new(Stage.Active, "Its shadow run agreed."));
            house.Clock.Advance(TimeSpan.FromDays(1));
        }

        return house;
    }

    /// <summary>Registers a version of low risk.</summary>
    public async Task<VersionKey> RegisterAsync()
    {
        var file = await WriteAsync();
        var version = await Author.RegisterAsync(
            new VersionRegistration("credit", new VersionDefinition { Artifacts = ArtifactManifest.Create([file]) })
        );
        var low = RiskFactors.Of(FactorLevel.Low, FactorLevel.Low, FactorLevel.Low, FactorLevel.Low);
        await Author.AssessRiskAsync(version.Key, low, new RiskContext(), "An internal tool.");
        return version.Key;
    }

    /// <summary>Writes the file of a model into the artifact store.</summary>
    public async Task<ArtifactFile> WriteAsync()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("weights"));
        return await Artifacts.WriteAsync("model.json", content);
    }

    /// <summary>A statement of evidence about nothing in particular.</summary>
    public static EvidenceStatement Statement(string kind, Verdict verdict) =>
        new(kind, 1, ContentDigest.Of(Encoding.UTF8.GetBytes(kind + verdict)), [], verdict, []);

    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        Key.Dispose();
    }

    /// <summary>A clock that stands until it is moved.</summary>
    internal sealed class ManualClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;
    }
}
