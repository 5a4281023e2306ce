namespace Mlops.Architecture.Tests.Docs;

public class DocumentLinkTests
{
    [Fact]
    public void RelativeLinks_OfADocument_LeadToAFile() =>
        Rule.Holds(
            "A relative link or image is a file of the repository.",
            from file in MarkdownFile.All
            from target in file.RelativeLinks
            where !Exists(file, target)
            select $"{file.Path}: {target}"
        );

    [Fact]
    public void RelativeLinks_OfAPackageReadme_AreNone() =>
        Rule.Holds(
            "A package's README is shown on feeds, where a relative link leads nowhere.",
            from file in MarkdownFile.All
            where file.Path.StartsWith("src/", StringComparison.Ordinal)
            from target in file.RelativeLinks
            select $"{file.Path}: {target}"
        );

    // As a link is followed on a system that tells upper from lower case.
    private static bool Exists(MarkdownFile file, string target)
    {
        var folder = Path.Combine(Repository.Root, Path.GetDirectoryName(file.Path)!);
        var path = Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(target)));
        var isWithin = path.StartsWith(Repository.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var parent = Path.GetDirectoryName(path.TrimEnd(Path.DirectorySeparatorChar))!;
        return isWithin
            && Directory.Exists(parent)
            && Directory
                .EnumerateFileSystemEntries(parent)
                .Contains(path.TrimEnd(Path.DirectorySeparatorChar), StringComparer.Ordinal);
    }
}
