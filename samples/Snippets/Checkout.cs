namespace Snippets;

/// <summary>The repository, and the source of the snippets in it.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Data { get; } = Path.Combine(Root, "samples", "data");

    /// <summary>The code of a snippet, named <c>File/Name</c>, as a document shows it.</summary>
    public static string SnippetCode(string name)
    {
        var file = Path.Combine(Root, "samples", "Snippets", "Documents", name.Split('/')[0] + ".cs");
        return SnippetParts.In(File.ReadAllText(file))[name.Split('/')[1]] + "\n";
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
