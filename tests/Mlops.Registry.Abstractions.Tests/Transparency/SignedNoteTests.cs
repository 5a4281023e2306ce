using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Transparency;

public sealed class SignedNoteTests
{
    private const string Dash = "\u2014";

    // C2SP signed-note, the example: Ed25519, which is unknown here.
    private const string Foo =
        $"This is an example message.\n\n{Dash} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private const string FooKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    // transparency-dev/formats, note/note_verifier_test.go: a signature of Sigstore's log, by ECDSA.
    private const string Rekor =
        $"Rekor\n798034\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n\n{Dash} rekor.sigstore.dev wNI9ajBEAiARInWIWyCdyG27CO6LPnPekyw20qO0YJfoaPaowGp/XgIgc+qEHS3+GKVClgqq20uDLet7MCoTURUCRdxwWBHHufk=\n";
    private const string RekorKey =
        "rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=";
    private const string PixelKey =
        "pixel6_transparency_log+91c16e30+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN+4x0Jk1yTwvLFI9A4NDdGZcX0aiWVdWM5XJVy0M4VWD3AvyW5Q6Hs9A0mcDkpUoYgn+KKPNzFC0H3nN3q6JQ8=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void TryVerify_NoteOfSigstore_IsVerified()
    {
        var note = SignedNote.Parse(Rekor);
        var key = NoteVerifierKey.Parse(RekorKey).CreateVerifier();

        Assert.True(note.TryVerify([key], out var problem), problem);
        Assert.Null(problem);
        Assert.True(Checkpoint.TryOpen(note, "Rekor", [key], out var checkpoint, out _));
        Assert.Equal(798034, checkpoint.Size);
        Assert.Equal("f+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=", checkpoint.Root.ToBase64());
    }

    [Fact]
    public void TryVerify_AnotherKey_SaysThatNoneHasSigned()
    {
        var key = NoteVerifierKey.Parse(PixelKey).CreateVerifier();

        Assert.False(SignedNote.Parse(Rekor).TryVerify([key], out var problem));
        Assert.Contains("None of the trusted keys", problem);
        Assert.False(SignedNote.Parse(Rekor).TryVerify([], out _));
    }

    [Theory]
    [InlineData(FooKey)]
    [InlineData(RekorKey)]
    [InlineData(PixelKey)]
    public void VerifierKey_PublishedKey_RoundTripsWithItsIdentifier(string text) =>
        Assert.Equal(text, NoteVerifierKey.Parse(text).ToString());

    [Theory]
    [InlineData(Foo)]
    [InlineData(Rekor)]
    [InlineData($"with\n\nempty lines\n\n{Dash} a AAAAAAE=\n{Dash} b/c AAAAAQI=\n")]
    [InlineData($"\n\n{Dash} a AAAAAAE=\n")]
    public void Parse_Note_FormatsAsItWas(string text)
    {
        var note = SignedNote.Parse(text);

        Assert.Equal(text, note.ToString());
        Assert.Equal(text, SignedNote.Parse(note.ToBytes()).ToString());
        Assert.All(note.Signatures, signature => Assert.Contains(signature.ToString(), text));
    }

    [Theory]
    [InlineData("", "newline")]
    [InlineData("text\n", "no signatures")]
    [InlineData("text\n\n", "no signatures")]
    [InlineData($"text\n{Dash} a AAAAAAE=\n", "no signatures")]
    [InlineData($"text\n\n{Dash} a AAAAAAE=", "newline")]
    [InlineData($"text\r\n\n{Dash} a AAAAAAE=\n", "U+000D")]
    [InlineData($"te\txt\n\n{Dash} a AAAAAAE=\n", "U+0009 at position 2")]
    [InlineData("text\n\n- a AAAAAAE=\n", "'- a AAAAAAE='")]
    [InlineData($"text\n\n{Dash} a  AAAAAAE=\n", "signature line")]
    [InlineData($"text\n\n{Dash} a+b AAAAAAE=\n", "signature line")]
    [InlineData($"text\n\n{Dash} a AAAAAA==\n", "signature line")]
    [InlineData($"text\n\n{Dash} a AAAAAAF=\n", "signature line")]
    [InlineData($"text\n\n{Dash} a AAAAAAE\n", "signature line")]
    [InlineData($"text\n\n{Dash} a AAAAAAE= \n", "signature line")]
    public void Parse_SomethingElse_SaysWhy(string text, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => SignedNote.Parse(text)).Message);

    // Attributes are stored in UTF-8, so that such texts can't stand in one.
    [Theory]
    [InlineData(0xd800)]
    [InlineData(0xdc00)]
    public async Task Parse_HalfOfASurrogatePair_SaysSo(int half)
    {
        using var log = EcdsaNoteSigner.Generate("log");
        var text = $"text {(char)half}\n";

        Assert.Contains(
            "surrogate",
            Assert.Throws<FormatException>(() => SignedNote.Parse($"{text}\n{Dash} a AAAAAAE=\n")).Message
        );
        await Assert.ThrowsAsync<ArgumentException>(
            nameof(text),
            async () => await SignedNote.SignAsync(text, [log], Stop)
        );
    }

    [Fact]
    public void Parse_BytesThatAreNotUtf8_SaysSo() =>
        Assert.Contains("UTF-8", Assert.Throws<FormatException>(() => SignedNote.Parse([0xff, 0x0a])).Message);

    [Fact]
    public void Parse_ManySignatures_AreReadUpToALimit()
    {
        static string Note(int count) =>
            "text\n\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{Dash} key{i} AAAAAAE=\n"));

        Assert.Equal(100, SignedNote.Parse(Note(SignedNote.MaxSignatureCount)).Signatures.Count);
        Assert.Contains("101", Assert.Throws<FormatException>(() => SignedNote.Parse(Note(101))).Message);
    }

    [Theory]
    [InlineData("name", "verifier key")]
    [InlineData("na me+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "verifier key")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "verifier key")]
    [InlineData("example.com/foo+530d903a+AQ==", "verifier key")]
    [InlineData("example.com/foo+530d903a+AAECAw==", "verifier key")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "530d903a")]
    [InlineData("example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "not 530d903a")]
    public void VerifierKey_SomethingElse_SaysWhy(string text, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => NoteVerifierKey.Parse(text)).Message);

    [Fact]
    public void CreateVerifier_Ed25519_SaysWhichTypesThereAre() =>
        Assert.Contains(
            "ECDSA",
            Assert.Throws<NotSupportedException>(() => NoteVerifierKey.Parse(FooKey).CreateVerifier()).Message
        );

    [Fact]
    public async Task SignAsync_TwoKeys_EitherVerifiesAndUnknownOnesAreIgnored()
    {
        using var log = EcdsaNoteSigner.Generate("example.com/log");
        using var witness = EcdsaNoteSigner.Generate("witness.example/w1");
        using var stranger = EcdsaNoteSigner.Generate("example.com/log");
        var note = SignedNote.Parse((await SignedNote.SignAsync("grüße ☃\n", [log, witness], Stop)).ToString());

        Assert.Equal(2, note.Signatures.Count);
        Assert.True(note.TryVerify([log.VerifierKey.CreateVerifier()], out _));
        Assert.True(note.TryVerify([witness.VerifierKey.CreateVerifier()], out _));
        // A key that shares a name with one that signed is still another key.
        Assert.False(note.TryVerify([stranger.VerifierKey.CreateVerifier()], out _));
        Assert.True(note.TryVerify([stranger.VerifierKey.CreateVerifier(), log.VerifierKey.CreateVerifier()], out _));
    }

    [Fact]
    public async Task TryVerify_OneTrustedSignatureIsWrong_RefusesTheNote()
    {
        using var log = EcdsaNoteSigner.Generate("log");
        using var witness = EcdsaNoteSigner.Generate("witness");
        var note = await SignedNote.SignAsync("one\n", [log], Stop);
        var other = await SignedNote.SignAsync("two\n", [witness], Stop);
        var mixed = new SignedNote("one\n", [.. note.Signatures, .. other.Signatures]);

        Assert.True(mixed.TryVerify([log.VerifierKey.CreateVerifier()], out _));
        Assert.False(
            mixed.TryVerify([log.VerifierKey.CreateVerifier(), witness.VerifierKey.CreateVerifier()], out var problem)
        );
        Assert.Contains("'witness'", problem);
    }

    [Theory]
    [InlineData("no newline")]
    [InlineData("a\tb\n")]
    public async Task SignAsync_TextThatIsNoNote_IsRefused(string text)
    {
        using var log = EcdsaNoteSigner.Generate("log");

        await Assert.ThrowsAsync<ArgumentException>(
            nameof(text),
            async () => await SignedNote.SignAsync(text, [log], Stop)
        );
    }

    [Fact]
    public async Task SignAsync_NoKey_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await SignedNote.SignAsync("text\n", [], Stop));
}
