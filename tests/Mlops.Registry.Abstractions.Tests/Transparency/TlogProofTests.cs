using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class TlogProofTests
{
    private const string Origin = "example.com/registry";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 7)]
    [InlineData(6, 7)]
    [InlineData(100, 130)]
    public async Task TryVerify_FileOfAnEntry_ProvesThatEntryAndNoOther(int index, int size)
    {
        using var signer = EcdsaNoteSigner.Generate(Origin);
        INoteVerifier[] trusted = [signer.VerifierKey.CreateVerifier()];
        var file = (await ProofAsync(signer, index, size)).ToString();
        var proof = TlogProof.Parse(file);

        Assert.Equal(file, proof.ToString());
        Assert.Equal(index, proof.Index);
        Assert.True(proof.Extra.IsEmpty);
        Assert.True(proof.TryVerify(Leaves.Entry(index), Origin, trusted, out var problem), problem);
        Assert.False(proof.TryVerify(Leaves.Entry(index + 1), Origin, trusted, out problem));
        Assert.Contains($"index {index}", problem);
        Assert.False(proof.TryVerify(Leaves.Entry(index), "example.com/other", trusted, out _));
        Assert.False(proof.TryVerify(Leaves.Entry(index), Origin, [], out _));
        var moved = new TlogProof(index + 1, proof.Hashes, proof.Checkpoint);
        Assert.False(moved.TryVerify(Leaves.Entry(index), Origin, trusted, out _));
    }

    [Fact]
    public async Task ToString_Proof_HasTheLinesOfTheSpecification()
    {
        using var signer = EcdsaNoteSigner.Generate(Origin);
        var proof = await ProofAsync(signer, 1, 3, "extra information"u8.ToArray());

        Assert.Equal(
            [
                "c2sp.org/tlog-proof@v1",
                "extra ZXh0cmEgaW5mb3JtYXRpb24=",
                "index 1",
                proof.Hashes[0].ToBase64(),
                proof.Hashes[1].ToBase64(),
                "",
                Origin,
                "3",
            ],
            proof.ToString().Split('\n')[..8]
        );
        var extra = TlogProof.Parse(proof.ToString()).Extra;
        Assert.Equal("extra information"u8.ToArray(), extra.ToArray());
    }

    [Fact]
    public async Task Parse_AnyLineTakenAway_IsRefusedOrDoesNotVerify()
    {
        using var signer = EcdsaNoteSigner.Generate(Origin);
        INoteVerifier[] trusted = [signer.VerifierKey.CreateVerifier()];
        var lines = (await ProofAsync(signer, 4, 9)).ToString().Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var file = string.Join('\n', (string[])[.. lines[..i], .. lines[(i + 1)..]]);
            bool verified;
            try
            {
                verified = TlogProof.Parse(file).TryVerify(Leaves.Entry(4), Origin, trusted, out _);
            }
            catch (FormatException)
            {
                verified = false;
            }

            Assert.False(verified, $"without line {i}: {lines[i]}");
        }
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2", "begins with")]
    [InlineData("index 1", "index 01", "leading zeros")]
    [InlineData("index 1", "index -1", "leading zeros")]
    [InlineData("index 1", "extra A", "base64")]
    [InlineData("index 1", "extra \nindex 1", "base64")]
    [InlineData("index 1", "Index 1", "Line 2")]
    [InlineData("index 1", "index 1\nAAAA", "base64 of 32 bytes")]
    [InlineData("\n3\n", "\nthree\n", "line 2")]
    public async Task Parse_SomethingElse_SaysWhy(string part, string instead, string why)
    {
        using var signer = EcdsaNoteSigner.Generate(Origin);
        var file = (await ProofAsync(signer, 1, 3)).ToString().Replace(part, instead, StringComparison.Ordinal);

        Assert.Contains(why, Assert.Throws<FormatException>(() => TlogProof.Parse(file)).Message);
    }

    [Fact]
    public async Task Constructor_NoteThatIsNoCheckpoint_IsRefused()
    {
        using var signer = EcdsaNoteSigner.Generate(Origin);
        var note = await SignedNote.SignAsync("text\n", [signer], Stop);

        Assert.Throws<ArgumentException>("checkpoint", () => new TlogProof(0, [], note));
    }

    private static async Task<TlogProof> ProofAsync(INoteSigner signer, int index, int size, byte[]? extra = null)
    {
        var leaves = Leaves.Hashes(size);
        var note = await new Checkpoint(Origin, size, MerkleTree.Root(leaves)).SignAsync([signer], Stop);
        return new TlogProof(index, MerkleTree.InclusionProof(leaves, index), note, extra);
    }
}
