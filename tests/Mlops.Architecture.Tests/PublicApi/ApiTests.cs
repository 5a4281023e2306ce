namespace Mlops.Architecture.Tests.PublicApi;

public class ApiTests
{
    public static TheoryData<string> Packages => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicApi_OfAPackage_IsTheApprovedOne(string package)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Mlops.Architecture.Tests", "approved");
        var approvedPath = Path.Combine(folder, package + ".txt");
        var receivedPath = Path.Combine(folder, package + ".received.txt");
        var received = ApiText.Of(Repository.AssemblyOf(package));
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        if (received == approved)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail(
            $"The public API of {package} is not the approved one. If the change is meant, run eng/approve-api.sh and "
                + $"commit tests/Mlops.Architecture.Tests/approved/{package}.txt with it.\n{Difference(approved, received)}"
        );
    }

    [Fact]
    public void ApprovedFiles_Folder_HasNoneOfAPackageThatIsGone() =>
        Assert.Empty(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "tests", "Mlops.Architecture.Tests", "approved"), "*.txt")
                .Select(path => Path.GetFileName(path).Replace(".received", "", StringComparison.Ordinal))
                .Except(Repository.Packages.Select(package => package + ".txt"))
        );

    private static string Difference(string approved, string received)
    {
        var before = approved.Split('\n');
        var after = received.Split('\n');
        var lines = before
            .Except(after)
            .Select(line => "- " + line)
            .Concat(after.Except(before).Select(line => "+ " + line));
        return string.Join('\n', lines.Take(40));
    }
}
