using Snippets;

namespace Mlops.Architecture.Tests.Docs;

/// <summary>The snippets in <c>samples/Snippets</c>, by <c>File/Name</c>.</summary>
internal static class SnippetSource
{
    public static IReadOnlyDictionary<string, string> All { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "samples", "Snippets", "Documents"), "*.cs")
            .SelectMany(file =>
                SnippetParts
                    .In(File.ReadAllText(file))
                    .Select(snippet => ($"{Path.GetFileNameWithoutExtension(file)}/{snippet.Key}", snippet.Value))
            )
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Code as it is compared.</summary>
    public static string Normalize(string code) => SnippetParts.Normalize(code);
}
