using System.Text.RegularExpressions;

namespace Snippets;

/// <summary>The repository, and the source of the snippets in it.</summary>
internal static partial class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Data { get; } = Path.Combine(Root, "samples", "data");

    /// <summary>The code between the marks of a snippet, without their indentation.</summary>
    /// <remarks>A snippet may have several parts, such as its usings at the top of the file: an empty line joins them.</remarks>
    public static string SnippetCode(string name)
    {
        var file = Path.Combine(Root, "samples", "Snippets", "Documents", name.Split('/')[0] + ".cs");
        var parts = SnippetPattern()
            .Matches(File.ReadAllText(file).ReplaceLineEndings("\n"))
            .Where(match => match.Groups["name"].Value == name.Split('/')[1])
            .Select(match => Dedent(match.Groups["code"].Value, match.Groups["indent"].Value));
        return string.Join("\n", parts);
    }

    private static string Dedent(string code, string indent) =>
        string.Concat(
            code.TrimEnd('\n')
                .Split('\n')
                .Select(line =>
                    (line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line) + "\n"
                )
        );

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

    [GeneratedRegex(
        @"^(?<indent> *)// <snippet: (?<name>\w+)>\n(?<code>.*?)^ *// </snippet>$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex SnippetPattern();
}
