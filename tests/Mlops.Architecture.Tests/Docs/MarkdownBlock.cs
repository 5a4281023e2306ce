namespace Mlops.Architecture.Tests.Docs;

/// <summary>A code block of a document.</summary>
/// <param name="Document">The document's path.</param>
/// <param name="Line">The line of its opening fence, from 1.</param>
/// <param name="Kind">What the comment before it says that it is: <c>snippet</c>, <c>output</c>, or nothing.</param>
/// <param name="Name">The snippet that the comment names; empty for none.</param>
/// <param name="Language">The language after the fence.</param>
/// <param name="Content">What is in it.</param>
internal sealed record MarkdownBlock(
    string Document,
    int Line,
    string Kind,
    string Name,
    string Language,
    string Content
)
{
    public override string ToString() => $"{Document}({Line}): {Language} block '{Name}'";
}
