using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Artifacts;

public sealed class FileArtifactStoreTests : ArtifactStoreTests, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-artifacts-");
    private readonly FileArtifactStore _store;

    public FileArtifactStoreTests() => _store = new FileArtifactStore(_folder.FullName);

    protected override IArtifactStore Store => _store;

    private string Temporary => Path.Combine(_folder.FullName, "tmp");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WriteAsync_Content_LiesUnderItsDigest()
    {
        var file = await Write("a", "content");

        Assert.Equal("content", await File.ReadAllTextAsync(PathOf(file.Digest), Cancellation));
        Assert.Empty(Directory.GetFiles(Temporary));
    }

    [Fact]
    public async Task WriteAsync_SameContentTwice_IsOneFile()
    {
        await Write("a", "content");
        await Write("b", "content");

        Assert.Single(Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task WriteAsync_OverADamagedFile_MendsIt()
    {
        var file = await Write("a", "content");
        await File.WriteAllTextAsync(PathOf(file.Digest), "damaged", Cancellation);

        await Write("a", "content");

        Assert.Equal("content"u8.ToArray(), await Read(file.Digest));
    }

    [Fact]
    public async Task VerifyAsync_AnyByteAltered_IsNoticed()
    {
        var file = await Write("weights", string.Concat(Enumerable.Range(0, 60).Select(i => $"layer {i};")));
        var manifest = ArtifactManifest.Create([file]);
        var path = PathOf(file.Digest);
        var content = await File.ReadAllBytesAsync(path, Cancellation);
        for (var i = 0; i < content.Length; i++)
        {
            content[i] ^= 0x10;
            await File.WriteAllBytesAsync(path, content, Cancellation);

            var result = await Store.VerifyAsync(manifest, cancellationToken: Cancellation);
            Assert.Equal(ArtifactFileStatus.Altered, Assert.Single(result.Files).Status);
            await Assert.ThrowsAsync<ArtifactCorruptException>(() => Read(file.Digest));
            content[i] ^= 0x10;
        }

        await File.WriteAllBytesAsync(path, content[..^1], Cancellation);
        await Assert.ThrowsAsync<ArtifactCorruptException>(() => Read(file.Digest));
        await File.WriteAllBytesAsync(path, [.. content, 0], Cancellation);
        await Assert.ThrowsAsync<ArtifactCorruptException>(() => Read(file.Digest));
        await File.WriteAllBytesAsync(path, content, Cancellation);
        Assert.True((await Store.VerifyAsync(manifest, cancellationToken: Cancellation)).IsIntact);
    }

    [Fact]
    public async Task WriteAsync_SourceThatFails_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            Store.WriteAsync("a", new CountingStream(1_000_000, failAt: 500_000), Cancellation)
        );

        Assert.Empty(Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task WriteAsync_Cancelled_LeavesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.WriteAsync("a", new MemoryStream([1]), new CancellationToken(canceled: true))
        );

        Assert.Empty(Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Constructor_LeftOverFiles_AreRemovedWhenTheyAreOldAlone()
    {
        var old = Path.Combine(Temporary, "old");
        var fresh = Path.Combine(Temporary, "fresh");
        await File.WriteAllTextAsync(old, "part", Cancellation);
        await File.WriteAllTextAsync(fresh, "part", Cancellation);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        var again = new FileArtifactStore(_folder.FullName);

        Assert.Equal(["fresh"], Directory.GetFiles(Temporary).Select(Path.GetFileName));
        Assert.Equal(1, again.DeleteAbandoned(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => again.DeleteAbandoned(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task WriteAsync_TwoStoresOverOneFolder_ShareTheirContent()
    {
        var other = new FileArtifactStore(_folder.FullName);
        var files = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    (i % 2 == 0 ? _store : other).WriteAsync("f", new CountingStream(100_000 + (i % 4)), Cancellation)
                )
        );

        Assert.Equal(4, files.Select(file => file.Digest).Distinct().Count());
        Assert.Equal(4, Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories).Length);
        foreach (var file in files)
        {
            Assert.Equal(file.Length, (await Read(file.Digest)).Length);
        }
    }

    private string PathOf(ContentDigest digest)
    {
        var hex = digest.ToString()[7..];
        return Path.Combine(_folder.FullName, "sha256", hex[..2], hex[2..]);
    }
}
