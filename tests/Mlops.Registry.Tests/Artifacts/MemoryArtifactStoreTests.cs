using Mlops.Registry.Artifacts;

namespace Mlops.Registry.Tests.Artifacts;

public sealed class MemoryArtifactStoreTests : ArtifactStoreTests
{
    protected override IArtifactStore Store { get; } = new MemoryArtifactStore();

    [Fact]
    public async Task WriteAsync_CallersBufferChangedAfterwards_KeepsWhatWasWritten()
    {
        byte[] content = [1, 2, 3];
        var file = await Store.WriteAsync("a", new MemoryStream(content), Cancellation);

        content[0] = 9;

        Assert.Equal([1, 2, 3], await Read(file.Digest));
    }
}
