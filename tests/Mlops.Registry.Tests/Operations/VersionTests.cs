using System.Text;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Runs;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Operations;

/// <summary>Versions, drafts, runs, evidence and decisions.</summary>
public sealed class VersionTests
{
    private static readonly VersionDefinition Empty = new() { Artifacts = ArtifactManifest.Create([]) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RegisterAsync_SixteenTasksOnOneModel_NumbersHaveNoGaps()
    {
        await using var work = new Workplace();
        await work.CreateAsync();

        var numbers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            var mine = new List<int>();
                            for (var i = 0; i < 10; i++)
                            {
                                var version = await work.Ada.RegisterAsync(
                                    new("credit", Empty with { Description = $"{writer}-{i}" }),
                                    Cancellation
                                );
                                mine.Add(version.Key.Number);
                            }

                            return mine;
                        },
                        Cancellation
                    )
                )
        );

        Assert.Equal(Enumerable.Range(1, 160), numbers.SelectMany(mine => mine).Order());
        Assert.All(numbers, mine => Assert.Equal(mine.Order(), mine));
        Assert.Equal(160, (await work.Ada.GetLatestAsync("credit", Cancellation)).Key.Number);
        Assert.Equal(161, (await work.RawEntriesAsync()).Count);
    }

    [Fact]
    public async Task RegisterAsync_Registered_LeavesAnEntryWithTheDefinition()
    {
        await using var work = new Workplace();
        await work.CreateAsync();

        var version = await work.Ada.RegisterAsync(
            new("credit", Empty) { Contributors = ["carl", "carl", "dora"] },
            Cancellation
        );

        Assert.Equal((Stage.Registered, "ada", 1L), (version.Stage, version.Author, version.Revision));
        Assert.Equal(["carl", "dora"], version.Contributors);
        Assert.Equal(RegistryJson.DigestOf(Empty), version.DefinitionDigest);
        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.VersionRegistered, version.Key), (entry.Action, entry.Version!.Value));
        Assert.Equal(version.DefinitionDigest.ToString(), entry.Details["definition"]);
        await TransitionTests.AssertChangesAreWhatIsStoredAsync(work, entry);
    }

    [Fact]
    public async Task RegisterAsync_NamesWhatIsNotThere_SaysWhat()
    {
        await using var work = new Workplace();
        await work.CreateAsync();

        var run = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.RegisterAsync(new("credit", Empty with { Run = "run-7" }), Cancellation)
        );
        var lineage = new Lineage { Parent = new VersionKey("credit", 9) };
        var parent = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.RegisterAsync(new("credit", Empty with { Lineage = lineage }), Cancellation)
        );
        var model = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.RegisterAsync(new("fraud", Empty), Cancellation)
        );
        var latest = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.GetLatestAsync("credit", Cancellation)
        );

        Assert.Equal("There is no run 'run-7'; record it before credit@1 names it.", run.Message);
        Assert.Equal("There is no version credit@9.", parent.Message);
        Assert.Equal("There is no model 'fraud'.", model.Message);
        Assert.Equal("Model 'credit' has no version yet.", latest.Message);
    }

    [Fact]
    public async Task ChangeDraftAsync_DraftAndThenFixed_ChangesOnlyAsADraft()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var draft = await work.Ada.RegisterAsync(new("credit", Empty) { AsDraft = true }, Cancellation);
        Assert.Equal(Stage.Draft, draft.Stage);
        var better = Empty with { Description = "better" };

        var changed = await work.Ada.ChangeDraftAsync(draft.Key, better, 1, Cancellation);

        Assert.Equal((2L, RegistryJson.DigestOf(better)), (changed.Revision, changed.DefinitionDigest));
        Assert.Empty(changed.Contributors);
        var conflict = await work.FailsAsync<RegistryConflictException>(() =>
            work.Ada.ChangeDraftAsync(draft.Key, better, 1, Cancellation)
        );
        Assert.Equal(("ada", 2L), (conflict.ChangedBy, conflict.ActualRevision));
        await work.FailsAsync<InvalidTransitionException>(() =>
            work.Ada.RequestReviewAsync(draft.Key, "please", Cancellation)
        );
        await work.Ada.TransitionAsync(draft.Key, new(Stage.Registered, "done"), Cancellation);
        var fixedNow = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Ada.ChangeDraftAsync(draft.Key, Empty, 3, Cancellation)
        );
        Assert.Equal(
            "credit@1 is Registered: its definition is fixed. Register a new version instead.",
            fixedNow.Message
        );
    }

    [Fact]
    public async Task RecordRunAsync_WithNumbersThatJsonHasNot_ReadsThemBack()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var run = RunOf("run-1") with
        {
            Metrics = new Dictionary<string, IReadOnlyList<MetricPoint>>
            {
                ["loss"] =
                [
                    new(0, double.NaN),
                    new(1, double.PositiveInfinity),
                    new(5, double.NegativeInfinity),
                    new(6, -0.0),
                    new(7, 0.1),
                ],
            },
            Parameters = new Dictionary<string, string> { ["rate"] = "0.1" },
            Seed = (1L << 53) - 1,
        };

        var recorded = await work.Ada.RecordRunAsync(run, Cancellation);
        var read = await work.Ada.GetRunAsync("run-1", Cancellation);

        Assert.Equal(("ada", 1L), (recorded.RecordedBy, recorded.Revision));
        Assert.Equal(
            run.Metrics["loss"].Select(point => (point.Step, BitConverter.DoubleToInt64Bits(point.Value + 0.0))),
            read.Metrics["loss"].Select(point => (point.Step, BitConverter.DoubleToInt64Bits(point.Value + 0.0)))
        );
        Assert.Equal((1L << 53) - 1, read.Seed);
        Assert.Equal(run.StartedAt, read.StartedAt);
        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.RunRecorded, "run-1"), (entry.Action, entry.Details["run"]));
    }

    [Fact]
    public async Task RecordRunAsync_BadRuns_SayWhatIsWrong()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.Ada.RecordRunAsync(RunOf("run-1"), Cancellation);
        var unordered = new Dictionary<string, IReadOnlyList<MetricPoint>> { ["loss"] = [new(3, 1), new(3, 2)] };

        var twice = await work.FailsAsync<RegistryConflictException>(() =>
            work.Ada.RecordRunAsync(RunOf("run-1"), Cancellation)
        );
        var order = await work.FailsAsync<ArgumentException>(() =>
            work.Ada.RecordRunAsync(RunOf("run-2") with { Metrics = unordered }, Cancellation)
        );
        await work.FailsAsync<ArgumentException>(() => work.Ada.RecordRunAsync(RunOf("run 3"), Cancellation));
        await work.FailsAsync<ArgumentException>(() =>
            work.Ada.RecordRunAsync(RunOf("run-4") with { EndedAt = DateTimeOffset.MinValue }, Cancellation)
        );
        await work.FailsAsync<RegistryNotFoundException>(() => work.Ada.GetRunAsync("run-9", Cancellation));

        Assert.Equal("There is a run 'run-1' of model 'credit' already; runs never change.", twice.Message);
        Assert.Contains(
            "metric 'loss' are not ascending from 0: step 3 stands at position 1",
            order.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ListRunsAsync_Pages_TheLatestFirst()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        for (var i = 0; i < 7; i++)
        {
            var start = work.Clock.Now.AddHours(i);
            await work.Ada.RecordRunAsync(
                RunOf($"run-{i}") with
                {
                    StartedAt = start,
                    EndedAt = start.AddMinutes(1),
                },
                Cancellation
            );
        }

        var first = await work.Ada.ListRunsAsync("credit", 4, null, Cancellation);
        var second = await work.Ada.ListRunsAsync("credit", 4, first.Next, Cancellation);

        Assert.Equal(["run-6", "run-5", "run-4", "run-3"], first.Items.Select(run => run.Id));
        Assert.Equal(["run-2", "run-1", "run-0"], second.Items.Select(run => run.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task SearchVersionsAsync_EveryFilter_FindsWhatItSays()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.CreateAsync("fraud");
        var active = await work.ActiveAsync("one");
        work.Clock.Advance(TimeSpan.FromDays(1));
        var middle = work.Clock.Now;
        var registered = await work.RegisterAsync("two");
        await work.Rita.AssessRiskAsync(registered, Workplace.High, new RiskContext(), "higher", Cancellation);
        work.Clock.Advance(TimeSpan.FromDays(1));
        var tags = new Dictionary<string, string> { ["kind"] = "trial" };
        var tagged = await work.Ada.RegisterAsync(new("fraud", Empty with { Tags = tags }), Cancellation);
        async Task<IEnumerable<VersionKey>> FindAsync(VersionFilter filter) =>
            (await work.Ada.SearchVersionsAsync(filter, Cancellation)).Items.Select(version => version.Key);

        Assert.Equal([tagged.Key, registered, active], await FindAsync(new()));
        Assert.Equal([registered, active], await FindAsync(new() { Model = "credit", Order = VersionOrder.Number }));
        Assert.Equal([active], await FindAsync(new() { Stages = [Stage.Active, Stage.Retired] }));
        Assert.Equal([registered], await FindAsync(new() { Tiers = [RiskTier.High] }));
        Assert.Equal([tagged.Key], await FindAsync(new() { Tags = tags }));
        Assert.Equal([], await FindAsync(new() { Author = "vera" }));
        Assert.Equal([active], await FindAsync(new() { CreatedBefore = middle }));
        Assert.Equal(
            [tagged.Key, registered],
            await FindAsync(new() { CreatedFrom = middle, Order = VersionOrder.Created })
        );
        Assert.Equal([tagged.Key, registered], await FindAsync(new() { UpdatedFrom = middle }));
        var page = await work.Ada.SearchVersionsAsync(new() { Limit = 2 }, Cancellation);
        Assert.Equal([active], await FindAsync(new() { Limit = 2, After = page.Next }));
    }

    [Fact]
    public async Task AttachEvidenceAsync_DocumentOfAnother_IsRefusedAndNotKept()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        var (mine, other) = (Document("mine"), Document("other"));
        var statement = Workplace.Statement("x") with { Digest = mine.Digest };

        var wrong = await work.FailsAsync<ArgumentException>(() =>
            work.Ada.AttachEvidenceAsync(key, new(statement) { Document = other.Bytes }, Cancellation)
        );
        Assert.Contains("it is another document", wrong.Message, StringComparison.Ordinal);
        Assert.False(await work.Artifacts.ExistsAsync(ContentDigest.Of(other.Bytes.Span), Cancellation));
        var kind = statement with { Kind = "mlops.fairness.report" };
        await work.FailsAsync<EnvelopeFormatException>(() =>
            work.Ada.AttachEvidenceAsync(key, new(kind) { Document = mine.Bytes }, Cancellation)
        );
        var version = await work.Ada.AttachEvidenceAsync(key, new(statement) { Document = mine.Bytes }, Cancellation);

        var attached = Assert.Single(version.Evidence);
        Assert.Equal((ContentDigest.Of(mine.Bytes.Span), "ada"), (attached.Document!.Value, attached.AttachedBy));
        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.EvidenceAttached, mine.Digest.ToString()), (entry.Action, entry.Details["evidence"]));
        Assert.Equal(("mlops.drift.report", "Pass"), (entry.Details["kind"], entry.Details["verdict"]));
        var twice = await work.FailsAsync<RegistryConflictException>(() =>
            work.Ada.AttachEvidenceAsync(key, new(statement), Cancellation)
        );
        Assert.Equal($"credit@1 has evidence {mine.Digest} already.", twice.Message);
        await work.Ada.WithdrawEvidenceAsync(key, mine.Digest, "made of the wrong rows", Cancellation);
        var again = await work.FailsAsync<RegistryConflictException>(() =>
            work.Ada.AttachEvidenceAsync(key, new(statement), Cancellation)
        );
        Assert.Contains("was withdrawn, and does not come back", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AttachEvidenceAsync_ByWhoMayNot_FillsNoStore()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        var document = Document("mine");
        var statement = Workplace.Statement("x") with { Digest = document.Digest };

        await work.RefusedAsync<AccessDeniedException>(() =>
            work.Otto.AttachEvidenceAsync(key, new(statement) { Document = document.Bytes }, Cancellation)
        );

        Assert.False(await work.Artifacts.ExistsAsync(ContentDigest.Of(document.Bytes.Span), Cancellation));
    }

    [Fact]
    public async Task AttachEvidenceAsync_MadeInTheFutureOrNamedByNothing_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        var statement = Workplace.Statement("x");

        await work.FailsAsync<ArgumentException>(() =>
            work.Ada.AttachEvidenceAsync(key, new(statement) { MadeAt = work.Clock.Now.AddHours(1) }, Cancellation)
        );
        await work.FailsAsync<ArgumentException>(() =>
            work.Ada.AttachEvidenceAsync(key, new(statement with { Digest = default }), Cancellation)
        );
        var none = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Ada.WithdrawEvidenceAsync(key, statement.Digest, "why", Cancellation)
        );
        Assert.Equal($"credit@1 has no evidence {statement.Digest}.", none.Message);
        await work.Ada.AttachEvidenceAsync(key, new(statement), Cancellation);
        await work.Ada.WithdrawEvidenceAsync(key, statement.Digest, "why", Cancellation);
        var twice = await work.FailsAsync<RegistryConflictException>(() =>
            work.Ada.WithdrawEvidenceAsync(key, statement.Digest, "why", Cancellation)
        );
        Assert.Contains("is withdrawn already", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AttachEvidenceAsync_ManyFindings_LeaveTheVersionAbleToMove()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        for (var i = 0; i < 15; i++)
        {
            var statement = Workplace.Statement($"report {i}");
            var findings = Enumerable.Repeat(statement.Findings[0] with { Message = new('x', 200) }, 400);
            await work.Ada.AttachEvidenceAsync(key, new(statement with { Findings = [.. findings] }), Cancellation);
        }

        var version = await work.Ada.RequestReviewAsync(key, "please", Cancellation);

        Assert.Equal(Stage.InReview, version.Stage);
        Assert.Equal(400, version.Evidence[0].Statement.Findings.Count);
    }

    [Fact]
    public async Task RecordDecisionAsync_AndAssessRiskAsync_AreSignedAndLogged()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();

        var version = await work.Vera.RecordDecisionAsync(
            key,
            new(DecisionKind.Threshold, "cut-off", "0.4", "cost", ["0.5"], "somebody else"),
            Cancellation
        );
        Assert.Equal(("vera", work.Clock.Now), (version.Decisions[0].DecidedBy, version.Decisions[0].DecidedAt));
        Assert.Equal("cut-off", (await work.LastEntryAsync()).Details["subject"]);
        version = await work.Rita.AssessRiskAsync(key, Workplace.High, new RiskContext(), "grown", Cancellation);

        Assert.Equal(RiskTier.High, version.Risk!.Tier);
        var entry = await work.LastEntryAsync();
        Assert.Equal(("Low", "High"), (entry.Details["from"], entry.Details["to"]));
        Assert.Equal(RegistryJson.DigestOf(version.Risk).ToString(), entry.Details["assessment"]);
        await work.Otto.TransitionAsync(key, new(Stage.Retired, "away"), Cancellation);
        var retired = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Rita.AssessRiskAsync(key, Workplace.Low, new RiskContext(), "again", Cancellation)
        );
        Assert.Equal("credit@1 is retired: nothing is added to it any more.", retired.Message);
    }

    private static Envelope Document(string text) =>
        Envelope.Seal(
            "mlops.drift.report",
            1,
            "tests",
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("text", Encoding.UTF8.GetBytes(text));
                writer.WriteEndObject();
            }
        );

    private static Run RunOf(string id) =>
        new()
        {
            Id = id,
            Model = "credit",
            StartedAt = new(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(2)),
            EndedAt = new(2026, 1, 1, 9, 0, 0, TimeSpan.FromHours(2)),
        };
}
