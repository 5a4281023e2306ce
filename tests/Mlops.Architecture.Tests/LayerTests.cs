using System.Xml.Linq;

namespace Mlops.Architecture.Tests;

public class LayerTests
{
    public static TheoryData<string> Packages => Repository.PackageNames;

    [Fact]
    public void Rows_Table_PointsOnlyToEarlierRows()
    {
        var earlier = new HashSet<string>();
        foreach (var row in Layers.Rows)
        {
            Assert.All(row.Packages, package => Assert.Contains(package, earlier));
            Assert.True(earlier.Add(row.Name), $"{row.Name} has two rows.");
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void ProjectReferences_OfAPackage_AreAllowed(string package) =>
        Rule.Holds(
            $"{package} may reference what Layers lists, and what that brings along.",
            References(package, "ProjectReference")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Except(Layers.PackagesBelow(package))
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void PackageReferences_OfAPackage_AreListed(string package) =>
        Rule.Holds(
            $"{package} may reference the libraries that Layers lists.",
            References(package, "PackageReference").Except(Layers.RowOf(package).Libraries)
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void AssemblyReferences_OfAPackage_AgreeWithTheTable(string package)
    {
        var allowed = Layers.PackagesBelow(package).Union(Layers.LibrariesBelow(package)).ToHashSet();

        var others = Repository
            .AssemblyOf(package)
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !allowed.Contains(name) && !IsFramework(name));

        Rule.Holds($"{package} uses an assembly that Layers does not list.", others);
    }

    private static IEnumerable<string> References(string package, string element) =>
        XDocument
            .Load(Repository.ProjectFile(package))
            .Descendants(element)
            .Select(reference => reference.Attribute("Include")!.Value);

    // The shared framework, and not a library that happens to begin with the same word.
    private static bool IsFramework(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));
}
