using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Artifacts;

public sealed class ArtifactManifestTests
{
    private static readonly string[] Names =
    [
        "a/b",
        "a-b",
        "a.b",
        "model.bin",
        "d0/f1",
        "d0/f0",
        "d0.x",
        "z/y/x",
        "Z",
        "é",
        "\uFFFD",
        "😀",
    ];

    [Fact]
    public void Root_SampleFolderOfModelTransparency_IsTheirs()
    {
        // tests/_signing/testdata/signing/TestPayload/sample_model_folder of sigstore/model-transparency.
        var files = new[] { "d0/f00", "d0/f01", "d0/f02", "d1/f10", "d1/f11", "d1/f12" }
            .Select(name => File(name, $"This is file {name[3..]} in {name[..2]}."))
            .Concat(Enumerable.Range(0, 4).Select(i => File($"f{i}", $"This is file f{i} in root.")));

        Assert.Equal(
            "sha256:143cc682e555951649f18e2761c3d526d2502996f5e32dc187ef7f8a614f8df7",
            ArtifactManifest.Create(files).Root.ToString()
        );
    }

    [Fact]
    public void Root_NoFiles_IsTheHashOfNothing() =>
        Assert.Equal(ContentDigest.Of([]), ArtifactManifest.Create([]).Root);

    [Fact]
    public void Root_Definition_IsTheHashOfRawDigests()
    {
        byte[] raw = [.. SHA256.HashData("1"u8), .. SHA256.HashData("2"u8)];

        Assert.Equal(ContentDigest.Of(raw), ArtifactManifest.Create([File("b", "2"), File("a", "1")]).Root);
    }

    [Fact]
    public void Files_SlashHyphenDot_StandBySegments() =>
        Assert.Equal(
            ["a", "a0", "b/c", "b/c-", "b-", "b-c/a", "b.c"],
            Ordered("b.c", "b-", "b/c-", "a0", "b-c/a", "b/c", "a")
        );

    [Fact]
    public void Files_BeyondTheBasicPlane_StandByCodePointsAsInPython() =>
        Assert.Equal(["é", "\uFFFD", "😀"], Ordered("😀", "é", "\uFFFD"));

    [Fact]
    public void Create_AnyOrder_GivesOneManifest() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                Gen.Shuffle(Names).ToArbitrary(),
                names =>
                {
                    var one = ArtifactManifest.Create(Names.Select(name => File(name, name)));
                    var other = ArtifactManifest.Create(names.Select(name => File(name, name)));
                    return one == other && one.Root == other.Root && one.Digest == other.Digest;
                }
            )
        );

    [Fact]
    public void Digest_NamesSwapped_ChangesWhileTheRootNeedNot()
    {
        var one = ArtifactManifest.Create([File("a", "1"), File("b", "2")]);
        var other = ArtifactManifest.Create([File("a", "1"), File("c", "2")]);

        Assert.Equal(one.Root, other.Root);
        Assert.NotEqual(one.Digest, other.Digest);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Create_DuplicateName_Throws()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            ArtifactManifest.Create([File("a/b", "1"), File("a/b", "2")])
        );

        Assert.Contains("'a/b'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NamesOfOneNormalForm_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            ArtifactManifest.Create([File("caf\u00e9", "1"), File("cafe\u0301", "2")])
        );

    [Fact]
    public void Create_FileThatIsAFolderToo_Throws()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            ArtifactManifest.Create([File("a", "1"), File("a/b/c", "2")])
        );

        Assert.Contains("'a/b/c'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TotalLength_Files_IsTheirSum() =>
        Assert.Equal(5, ArtifactManifest.Create([File("a", "12"), File("b", "345")]).TotalLength);

    [Fact]
    public void Find_Name_GivesTheFileOrNull()
    {
        var manifest = ArtifactManifest.Create([File("a", "1")]);

        Assert.Equal(File("a", "1"), manifest.Find("a"));
        Assert.Null(manifest.Find("A"));
    }

    private static ArtifactFile File(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new ArtifactFile(name, bytes.Length, ContentDigest.Of(bytes));
    }

    private static string[] Ordered(params string[] names) =>
        [.. ArtifactManifest.Create(names.Select(name => File(name, "x"))).Files.Select(file => file.Name)];
}
