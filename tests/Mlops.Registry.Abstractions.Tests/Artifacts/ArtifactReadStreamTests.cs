using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Artifacts;

public sealed class ArtifactReadStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131071)]
    [InlineData(131072)]
    [InlineData(200001)]
    public async Task Read_RightContent_ArrivesWhole(int length)
    {
        var content = Content(length);
        foreach (var step in new[] { 1000, 65536, 300000 })
        {
            await using var stream = new ArtifactReadStream(new MemoryStream(content), ContentDigest.Of(content));
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, step, TestContext.Current.CancellationToken);

            Assert.Equal(content, copy.ToArray());
            Assert.True(stream.IsVerified);

            using var synchronous = new ArtifactReadStream(new MemoryStream(content), ContentDigest.Of(content));
            using var again = new MemoryStream();
            synchronous.CopyTo(again, step);
            Assert.Equal(content, again.ToArray());
        }
    }

    [Fact]
    public void Read_AnyByteAltered_ThrowsBeforeTheLastByte()
    {
        var content = Content(300);
        var digest = ContentDigest.Of(content);
        for (var i = 0; i < content.Length; i++)
        {
            content[i] ^= 1;
            Assert.True(Received(content, digest) < content.Length);
            content[i] ^= 1;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    [InlineData(200000)]
    public void Read_LastByteAlteredOrLost_ThrowsBeforeTheLastByte(int length)
    {
        var content = Content(length);
        var digest = ContentDigest.Of(content);

        content[^1] ^= 0x80;

        Assert.True(Received(content, digest) < length);
        Assert.True(Received(content[..^1], digest) < length);
        content[^1] ^= 0x80;
        Assert.True(Received([.. content, 0], digest) < length + 1);
    }

    [Fact]
    public void Read_AfterTheFailure_FailsAgain()
    {
        using var stream = new ArtifactReadStream(new MemoryStream([1, 2]), ContentDigest.Of([1, 3]));
        var buffer = new byte[10];

        var first = Assert.Throws<ArtifactCorruptException>(() => stream.Read(buffer));
        var second = Assert.Throws<ArtifactCorruptException>(() => stream.Read(buffer));

        Assert.Equal(ContentDigest.Of([1, 2]), first.Actual);
        Assert.Equal(first.Message, second.Message);
        Assert.False(stream.IsVerified);
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31))];

    private static int Received(byte[] content, ContentDigest expected)
    {
        using var stream = new ArtifactReadStream(new MemoryStream(content), expected);
        var received = 0;
        var buffer = new byte[1000];
        Assert.Throws<ArtifactCorruptException>(() =>
        {
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                received += read;
            }
        });
        return received;
    }
}
