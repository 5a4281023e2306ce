using Mlops.Registry.Audit;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Tampering;

/// <summary>Checkpoints that do not count are findings, and nothing that stops a verification.</summary>
public sealed class CheckpointTamperingTests(SqliteScenes scenes) : IClassFixture<SqliteScenes>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-checkpoints-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Verify_ACheckpointOfAnotherKey_IsAFindingAndDoesNotCount()
    {
        using var stranger = EcdsaNoteSigner.Generate(Scene.Origin);
        var folder = await FolderAsync();
        var note = (await AllAsync(folder))[0];
        File.Delete(Directory.GetFiles(folder.Path, "*.checkpoint").Order().First());
        await folder.PublishAsync(await SignedNote.SignAsync(note.Text, [stranger], Stop), Stop);

        var verification = await VerifyAsync(folder);

        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Equal(LogFault.BadCheckpoint, Assert.Single(verification.Log.Findings).Fault);
        Assert.Equal(1, verification.Log.CheckpointCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(-5)]
    public async Task Verify_AByteOfACheckpointChanged_IsAFinding(int at)
    {
        var folder = await FolderAsync();
        var file = Directory.GetFiles(folder.Path, "*.checkpoint").Order().First();
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        bytes[at < 0 ? bytes.Length + at : at] ^= 2;
        await File.WriteAllBytesAsync(file, bytes, Stop);

        var verification = await VerifyAsync(folder);

        Assert.Equal(LogStatus.Broken, verification.Status);
        Assert.Equal(LogFault.BadCheckpoint, Assert.Single(verification.Log.Findings).Fault);
        Assert.Equal(1, verification.Log.CheckpointCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no note at all")]
    [InlineData("\u0000\u0001")]
    public async Task Verify_ADamagedFileAmongCheckpoints_IsAFindingAndTheOthersCount(string text)
    {
        var folder = await FolderAsync();
        var file = Path.Combine(folder.Path, "0000000000000000001.checkpoint");
        await File.WriteAllTextAsync(file, text, Stop);

        var verification = await VerifyAsync(folder);

        Assert.Equal(LogStatus.Broken, verification.Status);
        var finding = Assert.Single(verification.Log.Findings);
        Assert.Equal(LogFault.BadCheckpoint, finding.Fault);
        Assert.Contains(file, finding.Message, StringComparison.Ordinal);
        Assert.Equal(2, verification.Log.CheckpointCount);
    }

    private async Task<DirectoryCheckpointFolder> FolderAsync()
    {
        var folder = new DirectoryCheckpointFolder(_folder.FullName);
        await foreach (var note in scenes.NewScene().Checkpoints.ReadAsync())
        {
            await folder.PublishAsync(note);
        }

        return folder;
    }

    private static async Task<List<SignedNote>> AllAsync(DirectoryCheckpointFolder folder)
    {
        var notes = new List<SignedNote>();
        await foreach (var note in folder.ReadAsync())
        {
            notes.Add(note);
        }

        return notes;
    }

    private async Task<AuditVerification> VerifyAsync(DirectoryCheckpointFolder folder)
    {
        await using var registry = scenes.NewScene().Open(folder);
        return await Scene.Verifier(registry).VerifyAsync();
    }
}
