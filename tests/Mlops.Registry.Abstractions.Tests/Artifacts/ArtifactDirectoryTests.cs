using Mlops.Registry.Artifacts;

namespace Mlops.Registry.Tests.Artifacts;

public sealed class ArtifactDirectoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-manifest-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task FromDirectoryAsync_Folder_TakesEveryFileHiddenOnesToo()
    {
        Write("b/two", "2");
        Write(".hidden", "h");
        Write("one", "1");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "empty"));

        var manifest = await ArtifactManifest.FromDirectoryAsync(_folder.FullName, cancellationToken: Cancellation);

        Assert.Equal([".hidden", "b/two", "one"], manifest.Files.Select(file => file.Name));
        Assert.Equal(3, manifest.TotalLength);
    }

    [Fact]
    public async Task FromDirectoryAsync_IgnoredPaths_AreLeftOutWithAllBelow()
    {
        Write(".git/config", "x");
        Write("model.sig", "x");
        Write("deep/model.sig", "x");
        Write("model.sig.bak", "x");

        var manifest = await ArtifactManifest.FromDirectoryAsync(
            _folder.FullName,
            new ArtifactDirectoryOptions { IgnoredPaths = [".git", "model.sig"] },
            Cancellation
        );

        Assert.Equal(["deep/model.sig", "model.sig.bak"], manifest.Files.Select(file => file.Name));
    }

    [Fact]
    public async Task FromDirectoryAsync_SymbolicLink_IsRefusedByDefault()
    {
        Write("real", "1");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "link"), "real");

        var exception = await Assert.ThrowsAsync<IOException>(() =>
            ArtifactManifest.FromDirectoryAsync(_folder.FullName, cancellationToken: Cancellation)
        );

        Assert.Contains("'link'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FromDirectoryAsync_SymbolicLinkToFile_IsReadThroughWhenAsked()
    {
        Write("real", "1");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "link"), "real");

        var manifest = await ArtifactManifest.FromDirectoryAsync(_folder.FullName, Following, Cancellation);

        Assert.Equal(manifest.Find("real")!.Digest, manifest.Find("link")!.Digest);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("missing")]
    public async Task FromDirectoryAsync_SymbolicLinkToFolderOrNowhere_IsAlwaysRefused(string target)
    {
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "link"), target);

        await Assert.ThrowsAsync<IOException>(() =>
            ArtifactManifest.FromDirectoryAsync(_folder.FullName, Following, Cancellation)
        );
    }

    [Fact]
    public async Task FromDirectoryAsync_NoFolder_SaysSo() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() =>
            ArtifactManifest.FromDirectoryAsync(Path.Combine(_folder.FullName, "no"), cancellationToken: Cancellation)
        );

    private static ArtifactDirectoryOptions Following => new() { SymbolicLinks = SymbolicLinkHandling.FollowFiles };

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
