using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Tests.Operations;

namespace Mlops.Registry.Tests.Audit;

/// <summary>Reads leave records, as the options say.</summary>
public sealed class AccessRecordTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batched_Flushed_WritesOneEntryInOrder()
    {
        await using var work = With(AccessRecording.Batched);
        await work.CreateAsync();
        await work.Ada.GetModelAsync("credit", Cancellation);
        var first = work.Clock.Now;
        work.Clock.Advance(TimeSpan.FromMilliseconds(10));
        await work.Otto.ListAliasesAsync("credit", Cancellation);
        Assert.Single(await work.EntriesAsync());

        await work.Registry.FlushAccessRecordsAsync(Cancellation);

        var entry = await work.LastEntryAsync();
        Assert.Equal(
            (AuditAction.Read, AuditOutcome.Done, "mlops-registry"),
            (entry.Action, entry.Outcome, entry.Principal)
        );
        Assert.Equal(
            [
                new AccessRecord("ada", "get-model", "credit", first),
                new AccessRecord("otto", "list-aliases", "credit", work.Clock.Now),
            ],
            entry.Reads
        );
        await work.Registry.FlushAccessRecordsAsync(Cancellation);
        Assert.Equal(2, (await work.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Batched_ASecondLater_WritesByItself()
    {
        await using var work = With(AccessRecording.Batched);
        await work.CreateAsync();
        await work.Ada.GetModelAsync("credit", Cancellation);
        Assert.Equal(1, work.Clock.TimerCount);

        work.Clock.Advance(TimeSpan.FromSeconds(1));

        await WaitForAsync(async () => (await work.EntriesAsync()).Count == 2);
        Assert.Single((await work.LastEntryAsync()).Reads);
    }

    [Fact]
    public async Task Batched_MoreThanABatch_WritesWithoutWaiting()
    {
        await using var work = With(AccessRecording.Batched);
        await work.CreateAsync();
        for (var i = 0; i < 256; i++)
        {
            await work.Ada.GetModelAsync("credit", Cancellation);
        }

        Assert.Equal(256, (await work.LastEntryAsync()).Reads.Count);
    }

    [Fact]
    public async Task Batched_StoreFails_KeepsThemForLater()
    {
        var store = new FailingStore();
        await using var work = With(AccessRecording.Batched, store);
        await work.CreateAsync();
        store.Fails = true;
        await work.Ada.GetModelAsync("credit", Cancellation);
        await work.Otto.GetModelAsync("credit", Cancellation);
        await Assert.ThrowsAsync<IOException>(() => work.Registry.FlushAccessRecordsAsync(Cancellation));
        work.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await work.EntriesAsync());
        store.Fails = false;

        await work.Registry.FlushAccessRecordsAsync(Cancellation);

        Assert.Equal(["ada", "otto"], (await work.LastEntryAsync()).Reads.Select(read => read.Principal));
    }

    [Fact]
    public async Task Batched_FailedForLong_WritesSeveralEntries()
    {
        var store = new FailingStore();
        await using var work = With(AccessRecording.Batched, store);
        await work.CreateAsync();
        store.Fails = true;
        for (var i = 0; i < 600; i++)
        {
            try
            {
                await work.Ada.GetModelAsync("credit", Cancellation);
            }
            catch (IOException)
            {
                // A full batch is written by the reader, who is told.
            }
        }

        store.Fails = false;
        await work.Registry.FlushAccessRecordsAsync(Cancellation);

        var reads = (await work.EntriesAsync()).Where(entry => entry.Action == AuditAction.Read).ToArray();
        Assert.Equal([256, 256, 88], reads.Select(entry => entry.Reads.Count));
    }

    [Fact]
    public async Task Batched_Disposed_WritesWhatWaitsOnce()
    {
        var store = new FailingStore();
        var work = With(AccessRecording.Batched, store);
        await work.CreateAsync();
        await work.Ada.GetModelAsync("credit", Cancellation);

        await work.Registry.DisposeAsync();
        await work.Registry.DisposeAsync();

        Assert.Equal(2, (await work.EntriesAsync()).Count);
        Assert.Equal(0, work.Clock.TimerCount);
    }

    [Fact]
    public async Task BeforeAnswer_Reads_AreInTheLogWhenTheAnswerIs()
    {
        var store = new FailingStore();
        await using var work = With(AccessRecording.BeforeAnswer, store);
        var key = await work.CreateActiveAsync();
        var size = (await work.EntriesAsync()).Count;

        await work.Ada.GetVersionAsync(key, Cancellation);

        var entries = await work.EntriesAsync();
        Assert.Equal(size + 1, entries.Count);
        Assert.Equal(
            new AccessRecord("ada", "get-version", "credit@1", work.Clock.Now),
            Assert.Single(entries[^1].Reads)
        );
        store.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => work.Ada.GetVersionAsync(key, Cancellation));
    }

    [Fact]
    public async Task BeforeAnswer_ReadsOfNoModelInParticular_AreRecordedToo()
    {
        await using var work = With(AccessRecording.BeforeAnswer);
        await work.CreateAsync();

        await work.Ada.SearchModelsAsync(new(), Cancellation);

        var read = Assert.Single((await work.LastEntryAsync()).Reads);
        Assert.Equal(("ada", "search-models"), (read.Principal, read.Operation));
    }

    [Theory]
    [InlineData(AccessRecording.None)]
    [InlineData(AccessRecording.Batched)]
    [InlineData(AccessRecording.BeforeAnswer)]
    public async Task Denied_Reads_AreLoggedHoweverReadsAre(AccessRecording recording)
    {
        await using var work = With(recording);
        await work.CreateAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => work.Eve.GetModelAsync("credit", Cancellation));

        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.Read, AuditOutcome.Denied, "eve"), (entry.Action, entry.Outcome, entry.Principal));
        Assert.Equal("credit", entry.Model);
        Assert.Empty(entry.Reads);
    }

    [Fact]
    public async Task None_Reads_LeaveNothing()
    {
        await using var work = With(AccessRecording.None);
        await work.CreateAsync();
        await work.Ada.GetModelAsync("credit", Cancellation);

        await work.Registry.FlushAccessRecordsAsync(Cancellation);

        Assert.Single(await work.EntriesAsync());
    }

    private static Workplace With(AccessRecording recording, FailingStore? store = null) =>
        new(options => options.AccessRecording = recording, store);

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 500 && !await condition(); i++)
        {
            await Task.Delay(10, Cancellation);
        }

        Assert.True(await condition());
    }
}
