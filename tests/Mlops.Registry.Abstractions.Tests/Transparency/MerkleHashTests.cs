using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class MerkleHashTests
{
    private const string Hex = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

    [Fact]
    public void Parse_Hexadecimal_RoundTripsInEveryForm()
    {
        var hash = MerkleHash.Parse(Hex);
        var copy = new byte[32];
        hash.CopyTo(copy);

        Assert.Equal(Hex, hash.ToString());
        Assert.Equal(Convert.FromHexString(Hex), copy);
        Assert.Equal(copy, hash.ToArray());
        Assert.Equal(hash, MerkleHash.FromBytes(copy));
        Assert.Equal(hash, MerkleHash.ParseBase64(hash.ToBase64()));
        Assert.Equal(hash.GetHashCode(), MerkleHash.FromBytes(copy).GetHashCode());
        Assert.Equal("sha256:" + Hex, hash.ToContentDigest().ToString());
        Assert.NotEqual(hash, Leaves.Flip(hash, 255));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00112233445566778899aabbccddeeff0123456789abcdeffedcba987654321")]
    [InlineData("00112233445566778899AABBCCDDEEFF0123456789ABCDEFFEDCBA9876543210")]
    [InlineData("0x112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210")]
    public void Parse_SomethingElse_IsRefused(string text)
    {
        Assert.False(MerkleHash.TryParse(text, out var hash));
        Assert.Equal(default, hash);
        Assert.Contains("64", Assert.Throws<FormatException>(() => MerkleHash.Parse(text)).Message);
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    // The last digit has two bits to spare, which must be 0.
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA A=")]
    public void ParseBase64_AnotherSpelling_IsRefused(string text) =>
        Assert.Throws<FormatException>(() => MerkleHash.ParseBase64(text));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void FromBytes_OfAnotherLength_SaysWhichLengthIsRight(int length) =>
        Assert.Contains("32", Assert.Throws<ArgumentException>(() => MerkleHash.FromBytes(new byte[length])).Message);
}
