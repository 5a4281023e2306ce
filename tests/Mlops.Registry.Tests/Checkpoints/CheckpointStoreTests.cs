using Mlops.Registry.Checkpoints;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Checkpoints;

public sealed class CheckpointStoreTests : IDisposable
{
    private const string Origin = "example.com/registry";

    private readonly EcdsaNoteSigner _signer = EcdsaNoteSigner.Generate(Origin);
    private readonly string _path = Directory.CreateTempSubdirectory("checkpoints").FullName;

    public static TheoryData<bool> Kinds => [true, false];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _signer.Dispose();
        Directory.Delete(_path, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ReadAsync_AfterPublishing_GivesEachSizeOnceInOrder(bool inMemory)
    {
        var (sink, source) = Open(inMemory);
        foreach (var size in new[] { 100, 9, 0, 20, 9 })
        {
            await sink.PublishAsync(await SignAsync(size), Stop);
        }

        var read = await source.ReadAsync(Stop).ToListAsync(Stop);

        Assert.Equal([0L, 9, 20, 100], read.Select(note => Checkpoint.Parse(note.Text).Size));
        Assert.All(read, note => Assert.True(note.TryVerify([_signer.VerifierKey.CreateVerifier()], out _)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PublishAsync_AnotherRootOfTheSameSize_IsAConflictAndTheFirstStays(bool inMemory)
    {
        var (sink, source) = Open(inMemory);
        var first = await SignAsync(7);
        await sink.PublishAsync(first, Stop);
        var other = await new Checkpoint(Origin, 7, MerkleTree.HashLeaf("x"u8)).SignAsync([_signer], Stop);

        var exception = await Assert.ThrowsAsync<CheckpointConflictException>(async () =>
            await sink.PublishAsync(other, Stop)
        );

        Assert.Contains("size 7", exception.Message);
        Assert.Equal(first.ToString(), Assert.Single(await source.ReadAsync(Stop).ToListAsync(Stop)).ToString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PublishAsync_NoteThatIsNoCheckpoint_IsRefused(bool inMemory)
    {
        var (sink, source) = Open(inMemory);
        var note = await SignedNote.SignAsync("text\n", [_signer], Stop);

        await Assert.ThrowsAsync<FormatException>(async () => await sink.PublishAsync(note, Stop));
        Assert.Empty(await source.ReadAsync(Stop).ToListAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PublishAsync_ManyAtOnce_OneHistoryWins(bool inMemory)
    {
        var (sink, source) = Open(inMemory);
        var notes = new List<SignedNote>();
        for (var i = 0; i < 8; i++)
        {
            notes.Add(await new Checkpoint(Origin, 5, MerkleTree.HashLeaf([(byte)i])).SignAsync([_signer], Stop));
        }

        var outcomes = await Task.WhenAll(
            notes.Select(note =>
                Task.Run(
                    async () =>
                    {
                        try
                        {
                            // Each through an object of its own, as processes would have.
                            await (inMemory ? sink : Open(inMemory).Sink).PublishAsync(note, Stop);
                            return true;
                        }
                        catch (CheckpointConflictException)
                        {
                            return false;
                        }
                    },
                    Stop
                )
            )
        );

        var kept = Assert.Single(await source.ReadAsync(Stop).ToListAsync(Stop));
        Assert.Equal(kept.ToString(), notes[Array.IndexOf(outcomes, true)].ToString());
        Assert.Single(outcomes, won => won);
    }

    [Fact]
    public async Task ReadAsync_DamagedFile_NamesIt()
    {
        var folder = new DirectoryCheckpointFolder(_path);
        await folder.PublishAsync(await SignAsync(7), Stop);
        var file = Assert.Single(Directory.GetFiles(_path, "*" + DirectoryCheckpointFolder.FileExtension));
        await File.WriteAllTextAsync(file, "nothing\n", Stop);

        var exception = await Assert.ThrowsAsync<FormatException>(async () =>
            await folder.ReadAsync(Stop).ToListAsync(Stop)
        );

        Assert.Contains(file, exception.Message);
    }

    [Fact]
    public void Constructor_NoFolderYet_MakesIt()
    {
        var folder = new DirectoryCheckpointFolder(Path.Combine(_path, "a", "b"));

        Assert.True(Directory.Exists(folder.Path));
    }

    private (ICheckpointSink Sink, ICheckpointSource Source) Open(bool inMemory)
    {
        if (inMemory)
        {
            var memory = new MemoryCheckpoints();
            return (memory, memory);
        }

        var folder = new DirectoryCheckpointFolder(_path);
        return (folder, folder);
    }

    private ValueTask<SignedNote> SignAsync(int size) =>
        new Checkpoint(Origin, size, MerkleTree.HashLeaf("root"u8)).SignAsync([_signer], Stop);
}
