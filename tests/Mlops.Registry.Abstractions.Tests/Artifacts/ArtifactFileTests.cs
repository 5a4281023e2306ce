using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Artifacts;

public sealed class ArtifactFileTests
{
    private static readonly ContentDigest Digest = ContentDigest.Of("x"u8);

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/model.bin")]
    [InlineData("c:model.bin")]
    [InlineData("..")]
    [InlineData("../model.bin")]
    [InlineData("a/../b")]
    [InlineData("a/..")]
    [InlineData("./a")]
    [InlineData(".")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public void Constructor_NameThatLeadsElsewhere_Throws(string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => new ArtifactFile(name, 1, Digest));

        Assert.Equal("name", exception.ParamName);
        Assert.Contains("weights/layer0.bin", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.bin")]
    [InlineData("..model")]
    [InlineData("a/b.c/...d")]
    [InlineData("größe ☃/😀")]
    public void Constructor_RelativeName_IsKeptAsGiven(string name) =>
        Assert.Equal(name, new ArtifactFile(name, 0, Digest).Name);

    [Fact]
    public void Constructor_LoneSurrogate_Throws() =>
        Assert.Throws<ArgumentException>("name", () => new ArtifactFile("a\ud800", 1, Digest));

    [Fact]
    public void Constructor_NoDigest_Throws() =>
        Assert.Throws<ArgumentException>("digest", () => new ArtifactFile("a", 0, default));

    [Fact]
    public void Constructor_NegativeLength_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("length", () => new ArtifactFile("a", -1, Digest));

    [Theory]
    [InlineData("json")]
    [InlineData("/json")]
    [InlineData("a/b/c")]
    public void Constructor_NoMediaType_Throws(string mediaType) =>
        Assert.Throws<ArgumentException>(nameof(mediaType), () => new ArtifactFile("a", 0, Digest, mediaType));
}
