using Mlops.Registry.Artifacts;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Redaction;
using Mlops.Registry.Retention;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;
using Mlops.Registry.Tests.Operations;
using Mlops.Registry.Transparency;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Governance;

/// <summary>What is kept for how long, what a hold keeps, and what is gone after erasure.</summary>
public sealed class RetentionTests
{
    private static readonly RetentionClass SixMonths = new("logs", 6, RetentionStart.Creation, "a law");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EraseAsync_KeptByClassOrHold_IsRefusedUntilWhenOrByWhich()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await RetiredAsync(work, "one");
        var bare = await work.RefusedAsync<PolicyRefusedException>(() =>
            work.Adam.EraseAsync(key, "old", Cancellation)
        );
        Assert.Contains("no retention class", bare.Reason, StringComparison.Ordinal);
        await work.Adam.SetRetentionAsync(key, [new(SixMonths, work.Clock.Now)], "the law", Cancellation);
        Assert.Equal("logs", (await work.LastEntryAsync()).Details["classes"]);

        var early = await work.RefusedAsync<PolicyRefusedException>(() =>
            work.Adam.EraseAsync(key, "old", Cancellation)
        );
        Assert.Equal((AuditAction.Erased, AuditOutcome.Refused), (early.Action, early.Outcome));
        Assert.Contains("'logs' lets it go from 2026-07-16", early.Reason, StringComparison.Ordinal);
        Assert.Equal("retention", early.Decision!.Rules[0].Rule);

        work.Clock.Advance(TimeSpan.FromDays(400));
        await work.Adam.PlaceHoldAsync(key, "M-1", "Jane Doe sues", Cancellation);
        var held = await work.RefusedAsync<PolicyRefusedException>(() =>
            work.Adam.EraseAsync(key, "old", Cancellation)
        );
        Assert.Contains("under legal hold: 'M-1', placed by adam", held.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", held.Reason, StringComparison.Ordinal);

        await work.Adam.ReleaseHoldAsync(key, "M-1", "settled", Cancellation);
        await work.Adam.EraseAsync(key, "old", Cancellation);
        Assert.Equal("1", (await work.LastEntryAsync()).Details["files"]);
    }

    [Fact]
    public async Task EraseAsync_NotRetired_IsRefused()
    {
        await using var work = new Workplace();
        var key = await work.CreateActiveAsync();

        var exception = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Adam.EraseAsync(key, "old", Cancellation)
        );

        Assert.Equal("credit@1 is Active: only what is retired is erased.", exception.Message);
    }

    [Fact]
    public async Task EraseAsync_RejectedButNotRetired_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        await work.Vera.RejectAsync(key, new("validator", "T-1", "no"), Cancellation);
        await work.Adam.SetRetentionAsync(key, [new(SixMonths, work.Clock.Now)], "the law", Cancellation);
        work.Clock.Advance(TimeSpan.FromDays(400));

        await work.FailsAsync<InvalidTransitionException>(() => work.Adam.EraseAsync(key, "old", Cancellation));
    }

    [Fact]
    public async Task EraseAsync_DocumentsOfEvidence_GoWithIt()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        var document = Envelope.Seal(
            "mlops.drift.report",
            1,
            "tests",
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            }
        );
        var statement = Workplace.Statement("x") with { Digest = document.Digest };
        var version = await work.Ada.AttachEvidenceAsync(
            key,
            new(statement) { Document = document.Bytes },
            Cancellation
        );
        var kept = version.Evidence[0].Document!.Value;
        await work.Otto.TransitionAsync(key, new(Stage.Retired, "away"), Cancellation);
        await work.Adam.SetRetentionAsync(key, [new(SixMonths, work.Clock.Now)], "the law", Cancellation);
        work.Clock.Advance(TimeSpan.FromDays(400));
        Assert.True(await work.Artifacts.ExistsAsync(kept, Cancellation));

        await work.Adam.EraseAsync(key, "old", Cancellation);

        Assert.False(await work.Artifacts.ExistsAsync(kept, Cancellation));
        Assert.Null((await work.GetAsync(key)).Evidence[0].Document);
    }

    [Fact]
    public async Task EraseAsync_ReasonOfARegistrationAfterTheFact_IsInNoRecord()
    {
        const string Secret = "Jane Doe found it";
        await using var work = new Workplace();
        await work.CreateAsync();
        var registration = new VersionRegistration("credit", new() { Artifacts = ArtifactManifest.Create([]) })
        {
            LiveSince = work.Clock.Now.AddYears(-1),
            Reason = Secret,
        };
        var version = await work.Ada.RegisterAsync(registration, Cancellation);
        await work.Otto.TransitionAsync(version.Key, new(Stage.Retired, "away"), Cancellation);
        await work.Adam.SetRetentionAsync(version.Key, [new(SixMonths, work.Clock.Now)], "the law", Cancellation);
        work.Clock.Advance(TimeSpan.FromDays(400));

        await work.Adam.EraseAsync(version.Key, "old", Cancellation);

        Assert.DoesNotContain(
            await work.RecordsAsync(),
            record => record.Value.Text.Contains(Secret, StringComparison.Ordinal)
        );
        Assert.Equal(registration.LiveSince, (await work.GetAsync(version.Key)).Retroactive!.LiveSince);
    }

    [Fact]
    public async Task PlaceHoldAsync_TwiceOrReleasedTwice_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();
        await work.Adam.PlaceHoldAsync(key, "M-1", "case", Cancellation);

        await work.FailsAsync<RegistryConflictException>(() =>
            work.Adam.PlaceHoldAsync(key, "M-1", "case", Cancellation)
        );
        await work.Adam.ReleaseHoldAsync(key, "M-1", "over", Cancellation);
        var none = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Adam.ReleaseHoldAsync(key, "M-1", "over", Cancellation)
        );
        Assert.Equal("credit@1 is under no hold 'M-1'.", none.Message);
        var again = await work.Adam.PlaceHoldAsync(key, "M-1", "reopened", Cancellation);
        Assert.Equal(2, again.Retention!.Holds.Count);
    }

    [Fact]
    public async Task EraseAsync_FilesSharedWithAnotherVersion_GoWithTheLast()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var first = await RetiredAsync(work, "shared");
        var second = await RetiredAsync(work, "shared");
        var digest = ContentDigest.Of("shared"u8);
        foreach (var key in new[] { first, second })
        {
            await work.Adam.SetRetentionAsync(key, [new(SixMonths, work.Clock.Now)], "the law", Cancellation);
        }

        work.Clock.Advance(TimeSpan.FromDays(400));
        await work.Adam.EraseAsync(first, "old", Cancellation);
        Assert.True(await work.Artifacts.ExistsAsync(digest, Cancellation));
        await work.Adam.EraseAsync(second, "old", Cancellation);

        Assert.False(await work.Artifacts.ExistsAsync(digest, Cancellation));
        await work.Adam.EraseAsync(second, "once more", Cancellation);
    }

    [Fact]
    public async Task EraseAsync_Texts_AreInNoRecordAndTheLogStillVerifies()
    {
        const string Secret = "Jane Doe, born 1970";
        await using var work = new Workplace(options =>
        {
            options.Redaction.Reasons = DataClassification.Personal;
            options.Redaction.Key = new byte[32];
        });
        await work.CreateAsync();
        var key = await work.InReviewAsync("one");
        var statement = Workplace.Statement("e");
        await work.Ada.AttachEvidenceAsync(key, new(statement), Cancellation);
        await work.Vera.ApproveAsync(key, new("validator", "T-1") { Comment = Secret }, Cancellation);
        await work.Ada.WithdrawEvidenceAsync(key, statement.Digest, Secret, Cancellation);
        await work.Rita.RevokeApprovalAsync(key, 1, Secret, Cancellation);
        await work.RefusedAsync<PolicyRefusedException>(() =>
            work.Otto.TransitionAsync(key, new(Stage.Staged, Secret), Cancellation)
        );
        await work.Vera.RecordDecisionAsync(key, new(DecisionKind.Data, "rows", "all", Secret, [Secret]), Cancellation);
        await work.Ada.RequestReviewAsync(key, Secret, Cancellation);
        await work.Vera.RejectAsync(key, new("validator", "T-2", Secret), Cancellation);
        await work.Otto.TransitionAsync(key, new(Stage.Retired, Secret), Cancellation);
        await work.Adam.SetRetentionAsync(key, [new(SixMonths, work.Clock.Now)], Secret, Cancellation);
        await work.Adam.PlaceHoldAsync(key, "M-1", Secret, Cancellation);
        await work.RefusedAsync<PolicyRefusedException>(() => work.Adam.EraseAsync(key, Secret, Cancellation));
        await work.Adam.ReleaseHoldAsync(key, "M-1", Secret, Cancellation);
        Assert.Contains(
            await work.RecordsAsync(),
            record => record.Value.Text.Contains(Secret, StringComparison.Ordinal)
        );
        work.Clock.Advance(TimeSpan.FromDays(400));

        await work.Adam.EraseAsync(key, "its time is over", Cancellation);

        Assert.DoesNotContain(
            await work.RecordsAsync(),
            record => record.Value.Text.Contains(Secret, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(await work.RawEntriesAsync(), entry => entry.Contains(Secret, StringComparison.Ordinal));
        var history = await work.Audrey.GetHistoryAsync(new("credit") { Limit = 100 }, Cancellation);
        Assert.DoesNotContain(history.Items, entry => entry.Reason == Secret);
        Assert.Equal("its time is over", history.Items[0].Reason);
        var verification = await work.Audrey.VerifyAsync(null, null, Cancellation);
        Assert.Equal(LogStatus.RollbackNotExcluded, verification.Status);
        Assert.Empty(verification.Records);
        Assert.DoesNotContain(
            await work.RecordsAsync(),
            record => record.Key.Kind == RecordKind.Note && record.Value.Text.Contains("Jane", StringComparison.Ordinal)
        );
    }

    private static async Task<VersionKey> RetiredAsync(Workplace work, string weights)
    {
        var key = await work.RegisterAsync(weights);
        await work.Otto.TransitionAsync(key, new(Stage.Retired, "away"), Cancellation);
        return key;
    }
}
