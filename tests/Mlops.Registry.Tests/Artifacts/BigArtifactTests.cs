using Mlops.Registry.Artifacts;

namespace Mlops.Registry.Tests.Artifacts;

[Collection(nameof(MeasuredAlone))]
public sealed class BigArtifactTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-artifacts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WriteAsync_HundredMegabytes_PassThroughInLittleMemory()
    {
        const long Length = 100_000_000;
        var cancellation = TestContext.Current.CancellationToken;
        var store = new FileArtifactStore(_folder.FullName);
        await store.WriteAsync("warm-up", new CountingStream(1_000_000), cancellation);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var file = await store.WriteAsync("big", new CountingStream(Length), cancellation);
        var result = await store.VerifyAsync(ArtifactManifest.Create([file]), cancellationToken: cancellation);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(Length, file.Length);
        Assert.True(result.IsIntact);
        Assert.True(allocated < Length / 10, $"{allocated} bytes were allocated.");
    }
}
