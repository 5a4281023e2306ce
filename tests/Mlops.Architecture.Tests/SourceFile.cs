using System.Text.RegularExpressions;

namespace Mlops.Architecture.Tests;

/// <summary>A source file of a package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Path">The path within the package's folder, with forward slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed partial record SourceFile(string Package, string Path, string Text)
{
    public int LineCount =>
        Text.Count(character => character == '\n') + (Text.EndsWith('\n') || Text.Length == 0 ? 0 : 1);

    public string Namespace => NamespacePattern().Match(Text).Groups["name"].Value;

    /// <summary>The name before the first dot or brace: <c>Type.Concern.cs</c> and <c>Type{T}.cs</c> are about <c>Type</c>.</summary>
    public string Stem => System.IO.Path.GetFileName(Path).Split('.', '{')[0];

    /// <summary>The types of the file that stand in no other type.</summary>
    public IReadOnlyList<(string Name, bool IsPublic)> Types =>
        [
            .. TypePattern()
                .Matches(Text)
                .Select(match =>
                    (
                        match.Groups["name"].Value,
                        match.Groups["modifiers"].Value.Contains("public", StringComparison.Ordinal)
                    )
                ),
        ];

    public override string ToString() => $"src/{Package}/{Path}";

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();

    // Namespaces are file-scoped and the formatter is run, so that such a type starts at the margin.
    [GeneratedRegex(
        @"^(?<modifiers>(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*)(?:record struct|record class|record|class|struct|interface|enum|delegate [\w<>\[\]?.]+) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TypePattern();
}
