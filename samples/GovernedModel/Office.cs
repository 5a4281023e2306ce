using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mlops.Data;
using Mlops.Drift;
using Mlops.Evidence;
using Mlops.Registry;
using Mlops.Registry.Access;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores.Relational;
using Mlops.Registry.Transparency;
using Mlops.Serialization;
using Mlops.Storage.Sqlite;

namespace GovernedModel;

/// <summary>A house with a registry in one SQLite file, and the six people who work with it, each with one role.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly string _folder;
    private readonly SampleClock _clock;
    private readonly ServiceProvider _services;
    private readonly ModelRegistry _registry;

    private Office(string folder, SampleClock clock, ServiceProvider services)
    {
        (_folder, _clock, _services) = (folder, clock, services);
        _registry = services.GetRequiredService<ModelRegistry>();
        Author = _registry.As(new Principal("ada", [RegistryRole.Author]));
        Validator = _registry.As(new Principal("vera", [RegistryRole.Validator]));
        RiskOfficer = _registry.As(new Principal("rita", [RegistryRole.RiskOfficer]));
        Operator = _registry.As(new Principal("otto", [RegistryRole.Operator]));
        Administrator = _registry.As(new Principal("adam", [RegistryRole.Administrator]));
        Auditor = _registry.As(new Principal("audrey", [RegistryRole.Auditor]));
    }

    public IModelRegistry Author { get; }

    public IModelRegistry Validator { get; }

    public IModelRegistry RiskOfficer { get; }

    public IModelRegistry Operator { get; }

    public IModelRegistry Administrator { get; }

    public IModelRegistry Auditor { get; }

    public static Office Open(string folder, SampleClock clock)
    {
        // In earnest the checkpoints lie on another machine, and the key in a vault.
        var checkpoints = new DirectoryCheckpointFolder(Path.Combine(folder, "checkpoints"));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddMlops(mlops =>
            mlops.AddRegistry(registry =>
                registry
                    .UseSqlite(Path.Combine(folder, "governed-model.db"))
                    .UseArtifactFolder(Path.Combine(folder, "artifacts"))
                    .Configure(options =>
                    {
                        options.Origin = "example.com/lending";
                        options.AccessRecording = AccessRecording.BeforeAnswer;
                        options.Signers.Add(EcdsaNoteSigner.Generate(options.Origin));
                        options.CheckpointSinks.Add(checkpoints);
                        options.CheckpointSources.Add(checkpoints);
                    })
            )
        );
        return new Office(folder, clock, services.BuildServiceProvider());
    }

    /// <summary>Ada records the run, registers the version and attaches what is known about it.</summary>
    public async Task<ModelVersion> RegisterAsync(
        Candidate candidate,
        VersionKey? parent,
        Dataset training,
        Dataset held
    )
    {
        var run = await Author.RecordRunAsync(candidate.ToRun(_clock.GetUtcNow(), _clock.GetUtcNow()));
        var path = Path.Combine(_folder, "credit-model.json");
        candidate.Model.Save(path);
        await using var content = File.OpenRead(path);
        var file = await _registry.Artifacts!.WriteAsync("credit-model.json", content);
        var definition = candidate.ToDefinition(file, run, parent);
        var key = (await Author.RegisterAsync(new VersionRegistration("credit", definition))).Key;
        foreach (var decision in Records.Decisions(candidate))
        {
            await Author.RecordDecisionAsync(key, decision);
        }

        await Author.AssessRiskAsync(key, Records.Factors, Records.Context, "Assessed with its registration.");
        var drift = DriftBaseline.Fit(training).Compare(held);
        await AttachAsync(key, drift.ToEvidence(), drift.ToEnvelope());
        var (fairness, document) = candidate.Rates.ToEvidence(candidate.Subjects(definition));
        await AttachAsync(key, fairness, document);
        return await Author.GetVersionAsync(key);
    }

    /// <summary>Otto stages an approved version, makes it active, and points the alias to it.</summary>
    public async Task GoLiveAsync(VersionKey key, string ticket)
    {
        await Operator.TransitionAsync(key, new(Stage.Staged, "Approved.") { Ticket = ticket });
        var active = await Operator.TransitionAsync(
            key,
            new(Stage.Active, "Its shadow run agreed.") { Ticket = ticket }
        );
        var before = (await Operator.ListAliasesAsync("credit")).FirstOrDefault(alias => alias.Name == "champion");
        await Operator.MoveAliasAsync("credit", "champion", key.Number, before?.Revision ?? 0, "It is active.");
        var superseded = active.Superseded.Count > 0 ? $"; {string.Join(", ", active.Superseded)} is superseded" : "";
        Narration.Tell("otto", $"stages it, makes it active and the alias 'champion' points to it{superseded}.");
    }

    /// <summary>Adam signs the state of the log, and the signed checkpoint leaves the database.</summary>
    public async Task SignAsync()
    {
        var checkpoint = Checkpoint.Parse((await Administrator.SignCheckpointAsync()).Text);
        Narration.Tell("adam", $"signs a checkpoint over the {checkpoint.Size} entries of the log.");
    }

    /// <summary>Tries a policy on the past before it is added.</summary>
    public async Task DryRunAsync(GovernancePolicy policy)
    {
        var trial = await Administrator.TryPolicyAsync(policy, "credit");
        Narration.Tell(
            "adam",
            $"tries a new rule on the {trial.Steps.Count} steps judged so far: {trial.NewlyAllowedCount} that was refused would be allowed, {trial.NewlyRefusedCount} that were allowed refused."
        );
    }

    /// <summary>Tells of an attempt that the registry refuses.</summary>
    public static async Task TryAsync(string who, string what, Func<Task> attempt)
    {
        try
        {
            await attempt();
            throw new InvalidOperationException($"{who} {what}, and nobody refused it.");
        }
        catch (RegistryException refusal)
        {
            Narration.Refused(who, what, refusal);
        }
    }

    /// <summary>Copies the database while it is in use, as SQLite's own backup does.</summary>
    public void BackUp(string name)
    {
        using var source = new SqliteConnection(
            $"Data Source={Path.Combine(_folder, "governed-model.db")};Pooling=False"
        );
        using var target = new SqliteConnection($"Data Source={Path.Combine(_folder, name)};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    /// <summary>Changes one byte of an entry in a copy: what the registry itself never does.</summary>
    public void Tamper(string name, long index)
    {
        BackUp(name);
        using var copy = new SqliteConnection($"Data Source={Path.Combine(_folder, name)};Pooling=False");
        copy.Open();
        using var read = copy.CreateCommand();
        read.CommandText = "SELECT entry FROM mlops_audit WHERE idx = $index";
        read.Parameters.AddWithValue("$index", index);
        var entry = (byte[])read.ExecuteScalar()!;
        entry[entry.Length / 2] ^= 1;
        using var write = copy.CreateCommand();
        write.CommandText = "UPDATE mlops_audit SET entry = $entry WHERE idx = $index";
        write.Parameters.AddWithValue("$entry", entry);
        write.Parameters.AddWithValue("$index", index);
        write.ExecuteNonQuery();
    }

    /// <summary>Audrey verifies a copy against the checkpoints that lie outside it.</summary>
    public async Task VerifyCopyAsync(string name)
    {
        var store = new RelationalRegistryStore(SqliteDatabase.Open(Path.Combine(_folder, name)));
        await using var copy = new ModelRegistry(store, _registry.Options, _registry.Artifacts, _clock);
        var found = await copy.As(Auditor.Caller).VerifyAsync();
        var bad = found.Log.FirstBadEntry!;
        var what = bad.Fault == LogFault.LeafHashMismatch ? $"{bad.Fault} at entry {bad.FirstEntry}." : bad.Message;
        Narration.Tell("audrey", $"verifies: {found.Status}. {what}");
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private Task<ModelVersion> AttachAsync(VersionKey key, EvidenceStatement statement, Envelope document) =>
        Author.AttachEvidenceAsync(
            key,
            new EvidenceAttachment(statement) { MadeAt = _clock.GetUtcNow(), Document = document.Bytes }
        );
}
