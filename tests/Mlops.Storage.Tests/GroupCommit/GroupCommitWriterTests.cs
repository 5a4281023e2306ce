using System.Data.Common;
using Mlops.Storage.GroupCommit;
using Mlops.Storage.Tests.Places;

namespace Mlops.Storage.Tests.GroupCommit;

public abstract class GroupCommitWriterTests(IStore store)
{
    [Fact]
    public async Task RunAsync_UnitsThatWait_ShareABatchAndSeeOneAnother()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        var held = await HoldAsync(writer);

        var waiting = Enumerable
            .Range(0, 20)
            .Select(_ => Items.IncrementAsync(writer, TestContext.Current.CancellationToken))
            .ToList();
        held.Release();

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), await Task.WhenAll(waiting));
        Assert.Equal((21, 2), (writer.UnitCount, writer.BatchCount));
    }

    [Fact]
    public async Task RunAsync_WithdrawnAndNotYetTold_IsNotAnsweredAsIfItRan()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var runner = new BatchRunner(database, "items");
        using var source = new CancellationTokenSource();
        var unit = new SlowlyWithdrawn(source.Token);
        await source.CancelAsync();
        var withdrawal = Task.Run(unit.Withdraw, TestContext.Current.CancellationToken);
        await unit.Withdrawing;

        await runner.RunAsync([unit], TestContext.Current.CancellationToken);

        Assert.Equal(["failed"], unit.Told);
        unit.Go();
        await withdrawal;
    }

    /// <summary>A unit whose withdrawal stops between being marked and being told, as it may when its thread has to wait.</summary>
    private sealed class SlowlyWithdrawn(CancellationToken cancellationToken) : QueuedUnit(cancellationToken)
    {
        private readonly TaskCompletionSource _withdrawing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new();
        private readonly List<string> _told = [];
        private int _calls;

        public Task Withdrawing => _withdrawing.Task;

        public IReadOnlyList<string> Told => _told;

        public override bool IsAnswered => _told.Count > 0;

        public void Go() => _go.SetResult();

        public override ValueTask RunAsync(Mlops.Storage.Commands.WriteUnit unit)
        {
            _told.Add("ran");
            return ValueTask.CompletedTask;
        }

        public override void Answer() => _told.Add("answered");

        public override void Fail(Exception exception)
        {
            if (Interlocked.Increment(ref _calls) == 1)
            {
                _withdrawing.SetResult();
                _go.Task.GetAwaiter().GetResult();
                return;
            }

            _told.Add("failed");
        }
    }

    [Fact]
    public async Task RunAsync_MaximumBatch_IsKept()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(
            database,
            "items",
            new() { MaximumBatch = 8, QueueCapacity = 8 }
        );
        var held = await HoldAsync(writer);

        var waiting = Enumerable
            .Range(0, 20)
            .Select(_ => Items.IncrementAsync(writer, TestContext.Current.CancellationToken))
            .ToList();
        held.Release();
        await Task.WhenAll(waiting);

        Assert.InRange(writer.BatchCount, 4, 21);
        Assert.Equal(20, await Items.CounterAsync(database));
    }

    [Fact]
    public async Task RunAsync_BeforeTheCommit_NobodyIsAnsweredOrSeen()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        var first = await HoldAsync(writer);
        var written = Items.IncrementAsync(writer, TestContext.Current.CancellationToken);
        var (second, reached) = QueueHold(writer);
        first.Release();
        await reached;

        // The second unit of the batch has written, the third is under way: nothing is committed.
        Assert.False(written.IsCompleted);
        Assert.Equal(0, await Items.CounterAsync(database));
        second.Release();

        Assert.Equal(1, await written);
        Assert.Equal(1, await Items.CounterAsync(database));
    }

    [Fact]
    public async Task RunAsync_UnitThatFailsBeforeItWrote_FailsAlone()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        var held = await HoldAsync(writer);
        var runs = 0;

        var good = CountedAddAsync(writer, "good", () => runs++);
        var bad = writer.RunAsync<int>(
            async (unit, token) =>
                throw new InvalidOperationException(
                    $"saw {await unit.Command("SELECT COUNT(*) FROM item").QueryInt64Async(token)}"
                ),
            TestContext.Current.CancellationToken
        );
        var better = CountedAddAsync(writer, "better", () => runs++);
        held.Release();

        Assert.Equal("saw 2", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        await Task.WhenAll(good, better);
        Assert.Equal((2, 2), (runs, await Items.CountAsync(database)));
        Assert.Equal(2, writer.BatchCount);
    }

    [Fact]
    public async Task RunAsync_UnitThatFailsAfterItWrote_TakesBackOnlyItsOwn()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        var held = await HoldAsync(writer);
        var (goodRuns, badRuns) = (0, 0);

        var good = CountedAddAsync(writer, "good", () => goodRuns++);
        var bad = writer.RunAsync<int>(
            async (unit, token) =>
            {
                badRuns++;
                await Items.AddAsync(unit, "bad", token);
                throw new InvalidOperationException(
                    $"saw {await unit.Command("SELECT COUNT(*) FROM item WHERE name = 'good'").QueryInt64Async(token)}"
                );
            },
            TestContext.Current.CancellationToken
        );
        var better = CountedAddAsync(writer, "better", () => goodRuns++);
        held.Release();

        Assert.Equal("saw 1", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        await Task.WhenAll(good, better);
        Assert.Equal(2, await Items.CountAsync(database));

        // 'good' ran in the batch and again alone, 'better' alone; 'bad' had seen what was taken back, so it ran again too.
        Assert.Equal((3, 2), (goodRuns, badRuns));
    }

    [Fact]
    public async Task RunAsync_FailedStatement_FailsItsUnitAlone()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        var held = await HoldAsync(writer);

        var good = CountedAddAsync(writer, "good", () => { });
        var duplicate = CountedAddAsync(writer, "counter", () => { });
        var better = CountedAddAsync(writer, "better", () => { });
        held.Release();

        var failure = await Assert.ThrowsAnyAsync<DbException>(() => duplicate);
        Assert.Equal(DatabaseFault.UniqueViolation, database.Dialect.Classify(failure));
        await Task.WhenAll(good, better);
        Assert.Equal(2, await Items.CountAsync(database));
    }

    [Fact]
    public async Task RunAsync_SwallowedFailure_FailsTheUnit()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            writer.RunAsync(
                async (unit, token) =>
                {
                    await Items.AddAsync(unit, "before", token);
                    try
                    {
                        await Items.AddAsync(unit, "counter", token);
                    }
                    catch (DbException) { }

                    return true;
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("must fail", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Items.CountAsync(database));
    }

    [Fact]
    public async Task RunAsync_CancelledWhileWaiting_NeverRuns()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        var held = await HoldAsync(writer);
        using var cancellation = new CancellationTokenSource();
        var runs = 0;

        var waiting = CountedAddAsync(writer, "cancelled", () => runs++, cancellation.Token);
        await cancellation.CancelAsync();

        // Answered although the writer is still busy with another unit.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        held.Release();
        await Items.IncrementAsync(writer, TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (runs, await Items.CountAsync(database)));
    }

    [Fact]
    public async Task RunAsync_CancelledWhileRunning_IsRolledBackAlone()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        using var cancellation = new CancellationTokenSource();
        var held = await HoldAsync(writer);
        var good = CountedAddAsync(writer, "good", () => { });

        var cancelled = writer.RunAsync(
            async (unit, token) =>
            {
                await Items.AddAsync(unit, "cancelled", token);
                await cancellation.CancelAsync();
                return await Items.AddAsync(unit, "cancelled too", token);
            },
            cancellation.Token
        );
        held.Release();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await good;
        Assert.Equal(1, await Items.CountAsync(database));
    }

    [Fact]
    public async Task DisposeAsync_UnitsWaiting_CompletesThemAndTakesNoMore()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();
        var writer = new GroupCommitWriter(database, "items");
        var held = await HoldAsync(writer);
        var waiting = Enumerable
            .Range(0, 50)
            .Select(_ => Items.IncrementAsync(writer, TestContext.Current.CancellationToken))
            .ToList();

        var disposal = writer.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            Items.IncrementAsync(writer, TestContext.Current.CancellationToken)
        );
        Assert.False(disposal.IsCompleted);
        held.Release();
        await disposal;

        Assert.Equal(50, (await Task.WhenAll(waiting)).Max());
        Assert.Equal(50, await Items.CounterAsync(database));
    }

    [Fact]
    public async Task RunAsync_FourProcesses_LoseNoUpdate()
    {
        var place = store.NewPlace();
        await using var database = await place.OpenWithTableAsync();

        var processes = Enumerable.Range(0, 4).Select(_ => Worker.Start("increment", place, 200)).ToList();
        var failures = await Task.WhenAll(processes.Select(Worker.FinishAsync));

        Assert.All(failures, Assert.Empty);
        Assert.Equal(800, await Items.CounterAsync(database));
    }

    [Fact]
    public async Task RunAsync_OtherProcessHoldsTheLock_WaitsAndSeesWhatItWrote()
    {
        var place = store.NewPlace();
        await using var database = await place.OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        using var holder = Worker.Start("hold", place, 700);
        Assert.Equal("holding", await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        var next = await Items.IncrementAsync(writer, TestContext.Current.CancellationToken);

        Assert.Equal("", await Worker.FinishAsync(holder));
        Assert.Equal(101, next);
    }

    [Fact]
    public async Task RunAsync_HolderIsKilled_GoesOnWithoutItsChange()
    {
        var place = store.NewPlace();
        await using var database = await place.OpenWithTableAsync();
        await using var writer = new GroupCommitWriter(database, "items");
        using var holder = Worker.Start("hold", place, 60_000);
        Assert.Equal("holding", await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        var next = Items.IncrementAsync(writer, TestContext.Current.CancellationToken);
        holder.Kill();

        Assert.Equal(1, await next);
    }

    [Fact]
    public async Task WriteAsync_SixteenAtOnce_LoseNoUpdate()
    {
        await using var database = await store.NewPlace().OpenWithTableAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(() =>
                        database
                            .WriteAsync(
                                "items",
                                async (unit, token) =>
                                {
                                    var next = await Items.ReadCounterAsync(unit, token) + 1;
                                    return await unit.Command("UPDATE item SET amount = @next WHERE name = 'counter'")
                                        .Set("next", next)
                                        .ExecuteAsync(token);
                                }
                            )
                            .AsTask()
                    )
                )
        );

        Assert.Equal(16, await Items.CounterAsync(database));
    }

    private static Task<int> CountedAddAsync(
        GroupCommitWriter writer,
        string name,
        Action run,
        CancellationToken? cancellation = null
    ) =>
        writer.RunAsync(
            (unit, token) =>
            {
                run();
                return Items.AddAsync(unit, name, token);
            },
            cancellation ?? TestContext.Current.CancellationToken
        );

    // A unit that keeps its transaction open, so that what is sent meanwhile waits together.
    private static async Task<SemaphoreSlim> HoldAsync(GroupCommitWriter writer)
    {
        var (gate, reached) = QueueHold(writer);
        await reached;
        return gate;
    }

    private static (SemaphoreSlim Gate, Task Reached) QueueHold(GroupCommitWriter writer)
    {
        var gate = new SemaphoreSlim(0);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = writer.RunAsync(
            async (_, token) =>
            {
                reached.TrySetResult();
                await gate.WaitAsync(token);
                return true;
            }
        );
        return (gate, reached.Task);
    }
}
