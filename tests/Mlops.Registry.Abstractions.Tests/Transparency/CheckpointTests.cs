using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class CheckpointTests
{
    private const string Origin = "example.com/registry";
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // C2SP tlog-checkpoint, the example.
    [Theory]
    [InlineData("example.com/behind-the-sofa\n20852163\n" + Root + "\n", 20852163, 0)]
    [InlineData("an origin with spaces+\n0\n" + Root + "\none\ntwo lines\n", 0, 2)]
    [InlineData("x\n9223372036854775807\n" + Root + "\n", long.MaxValue, 0)]
    public void Parse_Checkpoint_FormatsAsItWas(string text, long size, int extensions)
    {
        var checkpoint = Checkpoint.Parse(text);

        Assert.Equal(size, checkpoint.Size);
        Assert.Equal(extensions, checkpoint.Extensions.Count);
        Assert.Equal(text, checkpoint.ToString());
    }

    [Theory]
    [InlineData("x\n1\n", "three lines")]
    [InlineData("\n1\n" + Root + "\n", "empty")]
    [InlineData("x\n1\n" + Root, "newline")]
    [InlineData("x\n01\n" + Root + "\n", "line 2 is '01'")]
    [InlineData("x\n+1\n" + Root + "\n", "line 2")]
    [InlineData("x\n-1\n" + Root + "\n", "line 2")]
    [InlineData("x\n1 \n" + Root + "\n", "line 2")]
    [InlineData("x\n9223372036854775808\n" + Root + "\n", "line 2")]
    [InlineData("x\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", "line 3")]
    [InlineData("x\n1\nAAAA\n", "line 3")]
    [InlineData("x\n1\n" + Root + "\n\n", "empty")]
    [InlineData("x\n1\n" + Root + "\none\n\ntwo\n", "empty")]
    public void Parse_SomethingElse_SaysWhichLineAndWhy(string text, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => Checkpoint.Parse(text)).Message);

    [Fact]
    public void Constructor_BadLines_AreRefused()
    {
        Assert.Throws<ArgumentException>("origin", () => new Checkpoint("", 0, default));
        Assert.Throws<ArgumentException>("origin", () => new Checkpoint("a\nb", 0, default));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => new Checkpoint("a", -1, default));
        Assert.Throws<ArgumentException>("extensions", () => new Checkpoint("a", 1, default, [""]));
    }

    [Fact]
    public async Task TryOpen_AnotherLog_IsRefused()
    {
        using var signer = EcdsaNoteSigner.Generate(Origin);
        var note = await new Checkpoint(Origin, 3, MerkleTree.EmptyRoot).SignAsync([signer], Stop);
        INoteVerifier[] trusted = [signer.VerifierKey.CreateVerifier()];

        Assert.True(Checkpoint.TryOpen(note, Origin, trusted, out var checkpoint, out _));
        Assert.Equal(3, checkpoint.Size);
        Assert.False(Checkpoint.TryOpen(note, "example.com/other", trusted, out checkpoint, out var problem));
        Assert.Null(checkpoint);
        Assert.Contains("example.com/registry", problem);
    }

    [Fact]
    public async Task TryOpen_AnyByteChanged_IsRefused()
    {
        using var signer = EcdsaNoteSigner.Generate(Origin);
        INoteVerifier[] trusted = [signer.VerifierKey.CreateVerifier()];
        var bytes = (await new Checkpoint(Origin, 1234, MerkleTree.EmptyRoot).SignAsync([signer], Stop)).ToBytes();
        Assert.True(Opens(bytes));
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[i] ^= (byte)(1 << bit);
                Assert.False(Opens(bytes), $"byte {i}, bit {bit}");
                bytes[i] ^= (byte)(1 << bit);
            }

            Assert.False(Opens([.. bytes[..i], .. bytes[(i + 1)..]]), $"without byte {i}");
            Assert.False(Opens([.. bytes[..i], bytes[i], .. bytes[i..]]), $"byte {i} twice");
        }

        bool Opens(byte[] note)
        {
            try
            {
                return Checkpoint.TryOpen(SignedNote.Parse(note), Origin, trusted, out _, out _);
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }
}
