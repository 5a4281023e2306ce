namespace Mlops.Reporting.Rendering;

/// <summary>Renders documents. Each renderer is a pure function of the document: the same document gives the same text.</summary>
public static class ReportRenderer
{
    /// <summary>One self-contained HTML file: inline SVG, light and dark, no script and nothing loaded from elsewhere.</summary>
    /// <param name="document">The document.</param>
    public static string ToHtml(this ReportDocument document) => throw new NotImplementedException();

    /// <summary>GitHub-flavoured Markdown; charts become small tables or bars of text.</summary>
    /// <param name="document">The document.</param>
    public static string ToMarkdown(this ReportDocument document) => throw new NotImplementedException();

    /// <summary>Plain text for consoles and mail, at most <paramref name="width"/> characters a line.</summary>
    /// <param name="document">The document.</param>
    /// <param name="width">The longest line, at least 40.</param>
    public static string ToText(this ReportDocument document, int width = 100) => throw new NotImplementedException();
}
