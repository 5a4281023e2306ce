using System.Text;
using Mlops.Evidence;
using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Operations;

/// <summary>A registry with a clock that tests move, its people, and the steps that most tests begin with.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    public const string Model = "credit";

    public Workplace(Action<ModelRegistryOptions>? configure = null, IRegistryStore? store = null)
    {
        Options.AccessRecording = AccessRecording.None;
        configure?.Invoke(Options);
        Store = store ?? new MemoryRegistryStore();
        Registry = new ModelRegistry(Store, Options, Artifacts, Clock);
    }

    public ManualClock Clock { get; } = new();

    public ModelRegistryOptions Options { get; } = new();

    public MemoryArtifactStore Artifacts { get; } = new();

    public IRegistryStore Store { get; }

    public ModelRegistry Registry { get; }

    public IModelRegistry Ada => Registry.As(People.Ada);

    public IModelRegistry Vera => Registry.As(People.Vera);

    public IModelRegistry Rita => Registry.As(People.Rita);

    public IModelRegistry Otto => Registry.As(People.Otto);

    public IModelRegistry Adam => Registry.As(People.Adam);

    public IModelRegistry Audrey => Registry.As(People.Audrey);

    public IModelRegistry Eve => Registry.As(People.Eve);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static RiskFactors Low { get; } =
        RiskFactors.Of(FactorLevel.Low, FactorLevel.Low, FactorLevel.Low, FactorLevel.Low);

    public static RiskFactors High { get; } =
        RiskFactors.Of(FactorLevel.High, FactorLevel.High, FactorLevel.High, FactorLevel.High);

    public static EvidenceStatement Statement(
        string text,
        Verdict verdict = Verdict.Pass,
        string kind = "mlops.drift.report"
    ) =>
        new(
            kind,
            1,
            ContentDigest.Of(Encoding.UTF8.GetBytes(text)),
            [],
            verdict,
            [new Finding("drift", "income", verdict, $"finding of {text}")]
        );

    public async Task<ArtifactFile> FileAsync(string text, string name = "model.bin") =>
        await Artifacts.WriteAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancellation);

    public async Task<RegisteredModel> CreateAsync(string model = Model) =>
        await Ada.CreateModelAsync(new(model, "Scores applications."), Cancellation);

    /// <summary>A registered version, its risk assessed as low.</summary>
    public async Task<VersionKey> RegisterAsync(string weights = "weights", string model = Model)
    {
        var file = await FileAsync(weights);
        var definition = new VersionDefinition { Artifacts = ArtifactManifest.Create([file]) };
        var version = await Ada.RegisterAsync(new(model, definition), Cancellation);
        await Ada.AssessRiskAsync(version.Key, Low, new RiskContext(), "first use", Cancellation);
        return version.Key;
    }

    public async Task<VersionKey> InReviewAsync(string weights = "weights")
    {
        var key = await RegisterAsync(weights);
        await Ada.RequestReviewAsync(key, "please", Cancellation);
        return key;
    }

    public async Task<VersionKey> ApprovedAsync(string weights = "weights")
    {
        var key = await InReviewAsync(weights);
        await Vera.ApproveAsync(key, new(RegistryRole.Validator, "T-1"), Cancellation);
        return key;
    }

    public async Task<VersionKey> StagedAsync(string weights = "weights")
    {
        var key = await ApprovedAsync(weights);
        await Otto.TransitionAsync(key, new(Stage.Staged, "stage"), Cancellation);
        return key;
    }

    public async Task<VersionKey> ActiveAsync(string weights = "weights", bool keepOthers = false)
    {
        var key = await StagedAsync(weights);
        await Otto.TransitionAsync(key, new(Stage.Active, "go") { KeepOthersActive = keepOthers }, Cancellation);
        return key;
    }

    /// <summary>A model with one active version.</summary>
    public async Task<VersionKey> CreateActiveAsync(string weights = "weights")
    {
        await CreateAsync();
        return await ActiveAsync(weights);
    }

    public Task<ModelVersion> GetAsync(VersionKey key) => Ada.GetVersionAsync(key, Cancellation);

    /// <summary>All entries, as the log has them.</summary>
    public async Task<IReadOnlyList<AuditEntry>> EntriesAsync()
    {
        var raw = await RawEntriesAsync();
        return [.. raw.Select(text => RegistryJson.Deserialize<AuditEntry>(Encoding.UTF8.GetBytes(text)))];
    }

    public async Task<AuditEntry> LastEntryAsync() => (await EntriesAsync())[^1];

    /// <summary>All entries, as the bytes that the log has.</summary>
    public Task<IReadOnlyList<string>> RawEntriesAsync() =>
        Store.ReadAsync<IReadOnlyList<string>>(
            async (reader, token) =>
            {
                var texts = new List<string>();
                await foreach (var entry in reader.ReadEntriesAsync(0, long.MaxValue, token))
                {
                    texts.Add(Encoding.UTF8.GetString(entry.Bytes.Span));
                }

                return texts;
            },
            Cancellation
        );

    /// <summary>All records: key, revision and text.</summary>
    public Task<IReadOnlyDictionary<RecordKey, (long Revision, string Text)>> RecordsAsync() =>
        Store.ReadAsync<IReadOnlyDictionary<RecordKey, (long, string)>>(
            async (reader, token) =>
            {
                var records = new Dictionary<RecordKey, (long, string)>();
                foreach (var kind in Enum.GetValues<RecordKind>())
                {
                    string? after = null;
                    do
                    {
                        var page = await reader.QueryAsync(new(kind) { Limit = 1000, After = after }, token);
                        foreach (var record in page.Records)
                        {
                            records[record.Key] = (record.Revision, Encoding.UTF8.GetString(record.Payload.Span));
                        }

                        after = page.Next;
                    } while (after is not null);
                }

                return records;
            },
            Cancellation
        );

    /// <summary>Alters a record behind the registry's back; the log gains an entry that says nothing of it.</summary>
    public Task TamperAsync(RecordKey key, Func<string, string> change) =>
        Store.CommitAsync(
            async (transaction, token) =>
            {
                var record = await transaction.GetAsync(key, token);
                var altered = change(Encoding.UTF8.GetString(record!.Payload.Span));
                await transaction.PutAsync(
                    key,
                    record.Revision,
                    Encoding.UTF8.GetBytes(altered),
                    RecordIndex.None,
                    token
                );
                var entry = new AuditEntry
                {
                    Index = (await transaction.GetHeadAsync(token)).Size,
                    At = Clock.Now,
                    Action = AuditAction.Read,
                    Outcome = AuditOutcome.Done,
                    Principal = "mallory",
                };
                return await transaction.AppendAsync(RegistryJson.Serialize(entry), null, token);
            },
            Cancellation
        );

    /// <summary>The refusal must have left its entry and nothing else.</summary>
    public async Task<AuditEntry> RefusedAsync<TException>(Func<Task> act)
        where TException : Exception
    {
        var (records, size) = (await RecordsAsync(), (await RawEntriesAsync()).Count);
        await Assert.ThrowsAsync<TException>(act);
        Assert.Equal(records, await RecordsAsync());
        var entries = await EntriesAsync();
        Assert.Equal(size + 1, entries.Count);
        Assert.Empty(entries[^1].Changes);
        return entries[^1];
    }

    /// <summary>The error must have left nothing at all, or the entry of a refusal by the stages.</summary>
    public async Task<TException> FailsAsync<TException>(Func<Task> act)
        where TException : Exception
    {
        var (records, size) = (await RecordsAsync(), (await RawEntriesAsync()).Count);
        var exception = await Assert.ThrowsAsync<TException>(act);
        Assert.Equal(records, await RecordsAsync());
        var entries = await EntriesAsync();
        if (exception is InvalidTransitionException)
        {
            // Refused by a rule of the stages: that alone is written down.
            Assert.Equal(size + 1, entries.Count);
            Assert.Equal(AuditOutcome.Refused, entries[^1].Outcome);
            Assert.Empty(entries[^1].Changes);
        }
        else
        {
            Assert.Equal(size, entries.Count);
        }

        return exception;
    }

    public ValueTask DisposeAsync() => Registry.DisposeAsync();
}
