using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Artifacts;

/// <summary>What every store of artifacts does.</summary>
public abstract class ArtifactStoreTests
{
    protected abstract IArtifactStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void WriteAsync_AnyContent_ReadsBackByItsDigest() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(50),
            Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                content =>
                {
                    var file = Store
                        .WriteAsync("a/b.bin", new MemoryStream(content), Cancellation)
                        .GetAwaiter()
                        .GetResult();
                    return file == new ArtifactFile("a/b.bin", content.Length, ContentDigest.Of(content))
                        && Read(file.Digest).GetAwaiter().GetResult().AsSpan().SequenceEqual(content);
                }
            )
        );

    [Fact]
    public async Task OpenReadAsync_NeverWritten_NamesTheDigest()
    {
        var digest = ContentDigest.Of("never"u8);

        var exception = await Assert.ThrowsAsync<ArtifactNotFoundException>(() =>
            Store.OpenReadAsync(digest, Cancellation)
        );

        Assert.Equal(digest, exception.Digest);
        Assert.False(await Store.ExistsAsync(digest, Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Content_IsGoneAndSaysWhetherItWasThere()
    {
        var file = await Write("a", "content");

        Assert.True(await Store.ExistsAsync(file.Digest, Cancellation));
        Assert.True(await Store.DeleteAsync(file.Digest, Cancellation));
        Assert.False(await Store.ExistsAsync(file.Digest, Cancellation));
        Assert.False(await Store.DeleteAsync(file.Digest, Cancellation));
    }

    [Fact]
    public async Task WriteAsync_BadName_IsRefusedBeforeReading()
    {
        var content = new MemoryStream([1, 2, 3]);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync("../a", content, Cancellation));

        Assert.Equal(0, content.Position);
    }

    [Fact]
    public async Task Members_DefaultDigest_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenReadAsync(default, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ExistsAsync(default, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(default, Cancellation));
    }

    [Fact]
    public async Task VerifyAsync_Manifest_TellsPresentAndMissingWithProgress()
    {
        var (a, b, c) = (await Write("a", "1"), await Write("b/c", "22"), await Write("d", "333"));
        await Store.DeleteAsync(b.Digest, Cancellation);
        var progress = new Recorder();

        var result = await Store.VerifyAsync(ArtifactManifest.Create([c, b, a]), progress, Cancellation);

        Assert.False(result.IsIntact);
        Assert.Equal(
            [ArtifactFileStatus.Present, ArtifactFileStatus.Missing, ArtifactFileStatus.Present],
            result.Files.Select(file => file.Status)
        );
        Assert.Contains("b/c: missing", result.ToString(), StringComparison.Ordinal);
        Assert.Equal([new(1, 3, 1, 6), new(2, 3, 3, 6), new(3, 3, 6, 6)], progress.Reports);
    }

    [Fact]
    public async Task VerifyAsync_LengthThatIsNotTheContents_IsAltered()
    {
        var file = await Write("a", "1");
        var manifest = ArtifactManifest.Create([new ArtifactFile("a", 2, file.Digest)]);

        var result = await Store.VerifyAsync(manifest, cancellationToken: Cancellation);

        Assert.Equal(ArtifactFileStatus.Altered, Assert.Single(result.Files).Status);
    }

    [Fact]
    public async Task WriteAsync_ManyOfTheSameAtOnce_AllSucceedAndReadersSeeItWhole()
    {
        var content = new byte[300_000];
        content.AsSpan().Fill(7);
        var digest = ContentDigest.Of(content);

        await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(i =>
                    Task.Run(
                        async () =>
                        {
                            var file = await Store.WriteAsync($"f{i}", new MemoryStream(content), Cancellation);
                            Assert.Equal(digest, file.Digest);
                            Assert.Equal(content, await Read(digest));
                        },
                        Cancellation
                    )
                )
        );
    }

    protected Task<ArtifactFile> Write(string name, string content) =>
        Store.WriteAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(content)), Cancellation);

    protected async Task<byte[]> Read(ContentDigest digest)
    {
        await using var stream = await Store.OpenReadAsync(digest, Cancellation);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    private sealed class Recorder : IProgress<ArtifactProgress>
    {
        public List<ArtifactProgress> Reports { get; } = [];

        public void Report(ArtifactProgress value) => Reports.Add(value);
    }
}
