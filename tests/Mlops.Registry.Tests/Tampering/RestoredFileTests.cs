using Mlops.Registry.Access;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Models;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>Whole files put back: what no log can tell from within, and a checkpoint from outside can.</summary>
public sealed class RestoredFileTests(SqliteScenes scenes) : IClassFixture<SqliteScenes>
{
    [Fact]
    public async Task Verify_YesterdaysFileRestored_IsFoundWithTodaysCheckpointAlone()
    {
        var (yesterday, today, checkpoints) = await TwoDaysAsync();
        var sizeOfYesterday = (await scenes.On(yesterday, checkpoints).VerifyAsync(false)).Log.Size;

        var restored = scenes.On(yesterday, checkpoints);
        var with = await restored.VerifyAsync();
        var without = await restored.VerifyAsync(withCheckpoints: false);

        LogTamperingTests.Named(with, sizeOfYesterday, LogFault.Truncated);
        Assert.Equal(LogStatus.RollbackNotExcluded, without.Status);
        Assert.Equal(LogStatus.Verified, (await scenes.On(today, checkpoints).VerifyAsync()).Status);
    }

    [Fact]
    public async Task Verify_YesterdaysFileContinuedDifferently_IsFound()
    {
        var (yesterday, today, checkpoints) = await TwoDaysAsync();
        var sizeOfYesterday = (await scenes.On(yesterday, checkpoints).VerifyAsync(false)).Log.Size;
        var sizeOfToday = (await scenes.On(today, checkpoints).VerifyAsync(false)).Log.Size;
        var forked = scenes.On(yesterday, checkpoints);
        await using (var registry = forked.Open())
        {
            for (var i = 0; i < sizeOfToday - sizeOfYesterday + 3; i++)
            {
                await DescribeAsync(registry, $"Another history, {i}.");
            }
        }

        var verification = await forked.VerifyAsync();

        Assert.Equal(LogStatus.Broken, verification.Status);
        var finding = verification.Log.FirstBadEntry!;
        Assert.Equal(LogFault.CheckpointMismatch, finding.Fault);
        Assert.True(finding.FirstEntry <= sizeOfYesterday && sizeOfYesterday < finding.EndEntry, finding.ToString());
    }

    [Fact]
    public async Task SignCheckpoint_YesterdaysFileRestored_SignsNothing()
    {
        var (yesterday, _, checkpoints) = await TwoDaysAsync();
        await using var registry = scenes.On(yesterday, checkpoints).Open(checkpoints);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SignAsync(registry));

        Assert.Contains("truncated, put back or rewritten", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AForkThatTheKeyHasSigned_IsFoundByItsTwoCheckpoints()
    {
        var (yesterday, today, checkpoints) = await TwoDaysAsync();
        var fork = scenes.On(yesterday, new MemoryCheckpoints());
        await using (var registry = fork.Open())
        {
            for (var i = 0; i < 9; i++)
            {
                await DescribeAsync(registry, $"Another history, {i}.");
            }

            await SignAsync(registry);
        }

        await using var opened = scenes.On(today, checkpoints).Open(checkpoints, fork.Checkpoints);
        var verification = await Scene
            .Verifier(opened)
            .VerifyAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Contains(
            verification.Log.Findings,
            finding => finding.Fault is LogFault.Truncated or LogFault.CheckpointMismatch or LogFault.Fork
        );
    }

    // The checkpoints outside have today's; yesterday's file was copied before.
    private async Task<(string Yesterday, string Today, MemoryCheckpoints Checkpoints)> TwoDaysAsync()
    {
        var (yesterday, today) = (scenes.NewFile(), scenes.NewFile());
        var checkpoints = new MemoryCheckpoints();
        await using var registry = scenes.On(today, checkpoints).Open();
        for (var i = 0; i < 5; i++)
        {
            await DescribeAsync(registry, $"Today, {i}.");
        }

        await SignAsync(registry);
        return (yesterday, today, checkpoints);
    }

    private static Task<RegisteredModel> DescribeAsync(ModelRegistry registry, string text) =>
        registry
            .As(new Principal("ada", [RegistryRole.Author]))
            .ChangeModelAsync("credit", new ModelChange { Description = text, Reason = "It changed." });

    private static Task<SignedNote> SignAsync(ModelRegistry registry) =>
        registry.As(new Principal("adam", [RegistryRole.Administrator])).SignCheckpointAsync();
}
