namespace Mlops.Architecture.Tests.Docs;

public class DocumentSnippetTests
{
    [Fact]
    public void All_Documents_AreFound()
    {
        Assert.Contains(MarkdownFile.All, file => file.Path == "README.md" && file.Blocks.Count > 0);
        Assert.Contains(MarkdownFile.All, file => file.Path == "docs/examples.md" && file.Blocks.Count > 50);
        Assert.All(
            Repository.Packages,
            package => Assert.Contains(MarkdownFile.All, file => file.Path == $"src/{package}/README.md")
        );
    }

    [Fact]
    public void CSharpBlocks_OfADocument_NameTheirSnippet() =>
        Rule.Holds(
            "The comment <!-- snippet: File/Name --> stands before every csharp block, and only there.",
            Blocks()
                .Where(block => IsCSharp(block) != (block.Kind == "snippet") || (IsCSharp(block) && !IsKnown(block)))
        );

    [Fact]
    public void CSharpBlocks_OfADocument_AreTheirSnippet() =>
        Rule.Holds(
            "A csharp block is its snippet's code. 'dotnet run --project samples/Snippets -- --update' makes it so.",
            Blocks()
                .Where(block => block.Kind == "snippet" && IsKnown(block))
                .Where(block => SnippetSource.Normalize(block.Content) != SnippetSource.All[block.Name])
        );

    [Fact]
    public void Outputs_OfADocument_FollowTheirSnippet() =>
        Rule.Holds(
            "What a snippet prints stands in a document that shows the snippet.",
            from file in MarkdownFile.All
            let shown = file.Blocks.Where(block => block.Kind == "snippet").Select(block => block.Name).ToHashSet()
            from block in file.Blocks
            where block.Kind == "output" && !shown.Contains(block.Name)
            select block
        );

    [Fact]
    public void Snippets_InSamples_AreShown() =>
        Rule.Holds(
            "Every snippet of samples/Snippets is in a document.",
            SnippetSource.All.Keys.Except(
                Blocks().Where(block => block.Kind == "snippet").Select(block => block.Name),
                StringComparer.Ordinal
            )
        );

    private static IEnumerable<MarkdownBlock> Blocks() => MarkdownFile.All.SelectMany(file => file.Blocks);

    private static bool IsCSharp(MarkdownBlock block) => block.Language is "csharp" or "cs" or "c#";

    private static bool IsKnown(MarkdownBlock block) => SnippetSource.All.ContainsKey(block.Name);
}
