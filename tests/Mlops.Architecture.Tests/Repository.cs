using System.Reflection;

namespace Mlops.Architecture.Tests;

/// <summary>The checkout that the tests run in, and the packages in it.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution: found from the test's own folder, since compiled-in paths are not real ones.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every package, by the names of the folders in <c>src</c>.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .Select(name => name!)
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> PackageNames => [.. Packages];

    public static string ProjectFile(string package) => Path.Combine(Root, "src", package, package + ".csproj");

    public static Assembly AssemblyOf(string package) => Assembly.Load(package);

    /// <summary>The source files of a package, without what the build writes.</summary>
    public static IEnumerable<SourceFile> SourcesOf(string package)
    {
        var folder = Path.Combine(Root, "src", package);
        return Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path =>
                !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(package, path, File.ReadAllText(Path.Combine(folder, path))));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mlops.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Mlops.Sdk.sln is not in any folder above {AppContext.BaseDirectory}.");
    }
}
