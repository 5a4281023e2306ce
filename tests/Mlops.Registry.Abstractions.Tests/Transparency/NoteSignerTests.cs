using System.Security.Cryptography;
using System.Text;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class NoteSignerTests
{
    private const string Name = "example.com/registry";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ecdsa_KeyFromPem_SignsAsTheSameKey()
    {
        using var made = EcdsaNoteSigner.Generate(Name);
        var pem = made.ExportPem();
        using var read = EcdsaNoteSigner.FromPem(Name, pem);
        var text = "text\n"u8.ToArray();
        var signature = await read.SignAsync(text, Stop);
        var verifier = NoteVerifierKey.Parse(made.VerifierKey.ToString()).CreateVerifier();

        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", pem);
        Assert.Equal(made.VerifierKey.ToString(), read.VerifierKey.ToString());
        Assert.Equal((Name, read.VerifierKey.KeyId), (verifier.Name, verifier.KeyId));
        Assert.True(verifier.Verify(text, signature.Span));
        Assert.False(verifier.Verify("text \n"u8, signature.Span));
        Assert.False(verifier.Verify(text, signature.Span[1..]));
        Assert.False(verifier.Verify(text, []));
        Assert.False(verifier.Verify(text, [.. signature.Span, 0]));
    }

    [Fact]
    public void Ecdsa_IdentifierOfTheKey_IsTheHashOfItsDer()
    {
        using var signer = EcdsaNoteSigner.Generate(Name);
        var hash = SHA256.HashData(signer.VerifierKey.PublicKey.Span);

        Assert.Equal(NoteSignatureType.Ecdsa, signer.VerifierKey.Type);
        Assert.Equal(Convert.ToHexStringLower(hash)[..8], signer.VerifierKey.ToString().Split('+')[1]);
    }

    [Fact]
    public void Ecdsa_OtherCurve_NamesTheOneThatIsRight()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var pem = key.ExportPkcs8PrivateKeyPem();
        var publicKey = new NoteVerifierKey(Name, NoteSignatureType.Ecdsa, key.ExportSubjectPublicKeyInfo());

        Assert.Contains(
            "P-256",
            Assert.Throws<CryptographicException>(() => EcdsaNoteSigner.FromPem(Name, pem)).Message
        );
        Assert.Contains("P-256", Assert.Throws<CryptographicException>(publicKey.CreateVerifier).Message);
    }

    [Fact]
    public void Ecdsa_PublicKeyInPem_IsNoSigner()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = key.ExportSubjectPublicKeyInfoPem();

        Assert.Contains("public", Assert.Throws<ArgumentException>(() => EcdsaNoteSigner.FromPem(Name, pem)).Message);
        Assert.Throws<ArgumentException>(() => EcdsaNoteSigner.FromPem(Name, "nothing"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\u00a0b")]
    [InlineData("a\nb")]
    public void Generate_NameThatIsNone_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(nameof(name), () => EcdsaNoteSigner.Generate(name));

    [Fact]
    public void Verifier_KeyOfAnotherType_IsRefused()
    {
        using var signer = EcdsaNoteSigner.Generate(Name);
        var other = new NoteVerifierKey(Name, NoteSignatureType.MlDsa44Cosignature, new byte[1312]);

        Assert.Throws<ArgumentException>("key", () => new EcdsaNoteVerifier(other));
        Assert.Throws<ArgumentException>("key", () => new MlDsaNoteVerifier(signer.VerifierKey));
        Assert.Contains(
            "1312",
            Assert
                .Throws<ArgumentException>(() =>
                    new MlDsaNoteVerifier(new NoteVerifierKey(Name, NoteSignatureType.MlDsa44Cosignature, new byte[31]))
                )
                .Message
        );
    }

    // C2SP tlog-cosignature: label, name, time, origin, start, end, root.
    [Fact]
    public void MlDsa_Message_IsTheStructureOfTheSpecification()
    {
        var root = MerkleTree.HashLeaf("x"u8);
        var text = Encoding.UTF8.GetBytes(new Checkpoint("log", 258, root).ToString());

        Assert.True(MlDsaCosignature.TryCompose("me", 1_679_315_147, text, out var message, out _));
        Assert.Equal(
            Convert.ToHexStringLower("subtree/v1\n\0"u8)
                + "026d65"
                + "00000000641850cb"
                + "036c6f67"
                + "0000000000000000"
                + "0000000000000102"
                + root,
            Convert.ToHexStringLower(message)
        );
        Assert.False(MlDsaCosignature.TryCompose("me", 0, "no checkpoint\n"u8, out _, out var problem));
        Assert.Contains("three lines", problem);
        Assert.False(MlDsaCosignature.TryCompose(new string('a', 256), 0, text, out _, out problem));
        Assert.Contains("255", problem);
    }

    [Fact]
    public async Task MlDsa_WhereThePlatformHasIt_SignsCheckpointsAndElseSaysWhatIsMissing()
    {
        if (!MlDsaNoteSigner.IsSupported)
        {
            var key = new NoteVerifierKey(Name, NoteSignatureType.MlDsa44Cosignature, new byte[1312]);
            Action[] asked =
            [
                () => MlDsaNoteSigner.Generate(Name, TimeProvider.System),
                () => MlDsaNoteSigner.FromSeed(Name, new byte[32], TimeProvider.System),
                () => key.CreateVerifier(),
            ];
            Assert.All(
                asked,
                ask => Assert.Contains("ML-DSA", Assert.Throws<PlatformNotSupportedException>(ask).Message)
            );
            return;
        }

        using var signer = MlDsaNoteSigner.Generate(Name, TimeProvider.System);
        using var same = MlDsaNoteSigner.FromSeed(Name, signer.ExportSeed(), TimeProvider.System);
        var checkpoint = new Checkpoint(Name, 7, MerkleTree.EmptyRoot);
        var note = SignedNote.Parse((await checkpoint.SignAsync([same], Stop)).ToString());
        INoteVerifier[] trusted = [NoteVerifierKey.Parse(signer.VerifierKey.ToString()).CreateVerifier()];

        Assert.True(Checkpoint.TryOpen(note, Name, trusted, out _, out var problem), problem);
        var moved = new SignedNote(new Checkpoint(Name, 8, MerkleTree.EmptyRoot).ToString(), note.Signatures);
        Assert.False(moved.TryVerify(trusted, out _));
        var signature = note.Signatures[0].Signature.ToArray();
        signature[7] ^= 1;
        Assert.False(trusted[0].Verify(Encoding.UTF8.GetBytes(note.Text), signature));
        await Assert.ThrowsAsync<ArgumentException>(async () => await SignedNote.SignAsync("text\n", [signer], Stop));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await new Checkpoint(Name, 7, MerkleTree.EmptyRoot, ["more"]).SignAsync([signer], Stop)
        );
    }
}
