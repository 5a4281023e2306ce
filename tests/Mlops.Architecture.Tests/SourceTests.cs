using System.Text.RegularExpressions;

namespace Mlops.Architecture.Tests;

public partial class SourceTests
{
    private const int LongestFile = 400;

    public static TheoryData<string> Packages => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Files_OfAPackage_AreShort(string package) =>
        Rule.Holds(
            "No file is longer than 400 lines: a longer one is two ideas.",
            Repository
                .SourcesOf(package)
                .Where(file => file.LineCount > LongestFile)
                .Select(file => $"{file}: {file.LineCount} lines")
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void Files_OfAPackage_HaveNothingUnfinishedOrSwitchedOff(string package) =>
        Rule.Holds(
            "Nothing is left unfinished or switched off.",
            from file in Repository.SourcesOf(package)
            from match in ForbiddenPattern().Matches(file.Text)
            select $"{file}: {match.Value.Trim()}"
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void Namespaces_OfAPackage_FollowFolders(string package) =>
        Rule.Holds(
            "Namespaces follow folders.",
            from file in Repository.SourcesOf(package)
            where file.Types.Count > 0 && file.Namespace != ExpectedNamespace(file) && !IsForTheHost(file)
            select $"{file}: {file.Namespace} instead of {ExpectedNamespace(file)}"
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void Files_OfAPackage_HoldOnePublicTypeAndAreNamedAfterIt(string package) =>
        Rule.Holds(
            "A file holds one public type and is named after it.",
            from file in Repository.SourcesOf(package)
            where file.Types.Count > 0
            let named = file.Types.Where(type => type.IsPublic).DefaultIfEmpty(file.Types[0]).ToList()
            where named.Count > 1 || named[0].Name != file.Stem
            select $"{file}: {string.Join(", ", named.Select(type => type.Name))}"
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void Files_OfAPackage_HoldAType(string package) =>
        Rule.Holds(
            "A file without a type is a program's entry, or says something about the assembly.",
            Repository
                .SourcesOf(package)
                .Where(file => file.Types.Count == 0 && file.Stem is not ("Program" or "AssemblyInfo"))
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_Readme_SaysWhatItIs(string package)
    {
        var readme = Path.Combine(Repository.Root, "src", package, "README.md");

        Assert.True(File.Exists(readme), $"src/{package}/README.md is missing.");
        Assert.StartsWith(
            $"# {package}\n",
            File.ReadAllText(readme).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    private static string ExpectedNamespace(SourceFile file)
    {
        // Abstractions share the namespace of what they abstract.
        var root = file.Package.EndsWith(".Abstractions", StringComparison.Ordinal)
            ? file.Package[..^".Abstractions".Length]
            : file.Package;
        var folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/');
        return folder.Length == 0 ? root : $"{root}.{folder.Replace('/', '.')}";
    }

    // Registrations stand in the namespace that a host has open wherever it registers services.
    private static bool IsForTheHost(SourceFile file) =>
        file.Path.StartsWith("DependencyInjection/", StringComparison.Ordinal)
        && file.Stem.EndsWith("Extensions", StringComparison.Ordinal)
        && file.Namespace == "Microsoft.Extensions.DependencyInjection";

    [GeneratedRegex(
        @"^.*(?:#region|#pragma warning disable|SuppressMessage\(|\b(?:TODO|FIXME|HACK|XXX|NotImplementedException)\b).*$",
        RegexOptions.Multiline
    )]
    private static partial Regex ForbiddenPattern();
}
