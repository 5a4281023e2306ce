using System.Security.Cryptography;
using FsCheck.Fluent;
using Mlops.Serialization;

namespace Mlops.Abstractions.Tests.Serialization;

public class ContentDigestTests
{
    // FIPS 180-4 examples.
    [Theory]
    [InlineData("", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Of_KnownContent_IsTheStandardsHash(string content, string expected)
    {
        var digest = ContentDigest.Of(System.Text.Encoding.ASCII.GetBytes(content));

        Assert.Equal(expected, digest.ToString());
        Assert.Equal(digest, ContentDigest.Parse(expected));
        Assert.Equal(digest.GetHashCode(), ContentDigest.Parse(expected).GetHashCode());
    }

    [Fact]
    public void Parse_TextOfAnyDigest_IsTheSameDigest() =>
        Laws.Hold(
            ArbMap.Default.ArbFor<byte[]>(),
            content =>
            {
                var digest = ContentDigest.Of(content);
                Assert.Equal(digest, ContentDigest.Parse(digest.ToString()));
                Assert.Equal(digest, ContentDigest.FromHash(SHA256.HashData(content)));
            },
            count: 100
        );

    [Theory]
    [InlineData("")]
    [InlineData("sha256:")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("sha256:BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("SHA256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("sha256:ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Parse_SomethingElse_IsRefused(string text) =>
        Assert.Throws<FormatException>(() => ContentDigest.Parse(text));

    [Fact]
    public void Parse_Null_IsTheCallersMistake() =>
        Assert.Throws<ArgumentNullException>("text", () => ContentDigest.Parse(null!));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void FromHash_OfAnotherLength_IsRefused(int length) =>
        Assert.Throws<ArgumentException>("hash", () => ContentDigest.FromHash(new byte[length]));

    [Fact]
    public void Default_IsNoDigest()
    {
        Assert.Equal("", default(ContentDigest).ToString());
        Assert.NotEqual(default, ContentDigest.Of([]));
        Assert.Equal(default, new ContentDigest());
    }
}
