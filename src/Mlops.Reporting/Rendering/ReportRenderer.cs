using System.Text;
using Mlops.Reporting.Rendering.Html;
using Mlops.Reporting.Rendering.Markdown;
using Mlops.Reporting.Rendering.Text;
using Mlops.Serialization;

namespace Mlops.Reporting.Rendering;

/// <summary>Renders documents. Each renderer is a pure function of the document: the same document gives the same text.</summary>
/// <remarks>
/// All text of a document is taken as plain text: markup in it is escaped, line breaks become spaces, and control characters,
/// lone surrogates and controls that reorder text become U+FFFD. Numbers and line ends (<c>\n</c>) do not depend on the machine.
/// </remarks>
public static class ReportRenderer
{
    /// <summary>The narrowest text that <see cref="ToText"/> can make.</summary>
    private const int NarrowestText = 40;

    /// <summary>One self-contained HTML file: inline SVG, light and dark, no script and nothing loaded from elsewhere.</summary>
    /// <param name="document">The document.</param>
    /// <returns>A page that is well-formed as XML as well, fit for screens from a phone's width, screen readers and A4 print.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return HtmlRenderer.Page(document);
    }

    /// <summary>GitHub-flavoured Markdown; charts become small tables or bars of text.</summary>
    /// <param name="document">The document.</param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(this ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return MarkdownRenderer.Render(document);
    }

    /// <summary>Plain text for consoles and mail, at most <paramref name="width"/> characters a line.</summary>
    /// <param name="document">The document.</param>
    /// <param name="width">
    /// The longest line, at least 40, in a terminal's cells: wide East Asian characters take two, combining marks none.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is less than 40.</exception>
    public static string ToText(this ReportDocument document, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, NarrowestText);
        return TextRenderer.Render(document, width);
    }

    /// <summary>Writes <see cref="ToHtml"/> to a file, in UTF-8 without a byte order mark.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The file, in a directory that exists; a file that is there is replaced.</param>
    /// <remarks>The page is written beside the file and moved over it, so that a reader sees the old page or the new one, never a part.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveHtml(this ReportDocument document, string path)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.WriteAllBytes(path, Encoding.UTF8.GetBytes(document.ToHtml()));
    }
}
