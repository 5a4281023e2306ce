using Mlops.Serialization;

namespace Mlops.Abstractions.Tests.Serialization;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-atomic-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void WriteAllBytes_NewFile_HoldsTheContentAndNothingElseIsLeft()
    {
        var path = Path.Combine(_folder.FullName, "a.json");

        AtomicFile.WriteAllBytes(path, "content"u8);

        Assert.Equal("content"u8, File.ReadAllBytes(path));
        Assert.Equal(path, Assert.Single(Directory.GetFileSystemEntries(_folder.FullName)));
    }

    [Fact]
    public void WriteAllBytes_ExistingLongerFile_IsReplacedWhole()
    {
        var path = Path.Combine(_folder.FullName, "a.json");
        File.WriteAllText(path, "something longer than before");

        AtomicFile.WriteAllBytes(path, []);

        Assert.Empty(File.ReadAllBytes(path));
    }

    [Fact]
    public void WriteAllBytes_WhereItCannot_LeavesWhatWasThere()
    {
        var path = Directory.CreateDirectory(Path.Combine(_folder.FullName, "taken")).FullName;

        Assert.ThrowsAny<SystemException>(() => AtomicFile.WriteAllBytes(path, "content"u8));

        Assert.Equal(path, Assert.Single(Directory.GetFileSystemEntries(_folder.FullName)));
    }

    [Fact]
    public void WriteAllBytes_InAFolderThatIsMissing_SaysSo() =>
        Assert.Throws<DirectoryNotFoundException>(() =>
            AtomicFile.WriteAllBytes(Path.Combine(_folder.FullName, "missing", "a.json"), [])
        );

    [Fact]
    public void WriteAllBytes_WithoutAPath_IsTheCallersMistake() =>
        Assert.Throws<ArgumentException>("path", () => AtomicFile.WriteAllBytes("", []));
}
