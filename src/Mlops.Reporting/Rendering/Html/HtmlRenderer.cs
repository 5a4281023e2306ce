using System.Globalization;
using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Html;

/// <summary>Turns a document into a page of its own, or into a part of somebody else's.</summary>
internal static class HtmlRenderer
{
    public static string Page(ReportDocument document)
    {
        var html = new MarkupWriter();
        html.Write(
            $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>{document.Title}</title>\n"
        );
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.Write($"<meta name=\"color-scheme\" content=\"light dark\"/>\n<style>\n");
        html.WriteTrusted(Stylesheet.Report);
        html.WriteTrusted(Stylesheet.Page);
        html.Write(
            $"</style>\n</head>\n<body class=\"mlr page\">\n<a class=\"skip\" href=\"#content\">Skip to content</a>\n<header>\n"
        );
        WriteTitle(html, document, 1);
        html.Write($"</header>\n");
        var sections = Sections(html, document);
        WriteContents(html, sections);
        html.Write($"<main id=\"content\">\n");
        new HtmlBlocks(html, 2).WriteAll(document.Blocks, sections);
        html.Write($"</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>
    /// A fragment that brings its style along. All selectors are scoped to the fragment's class and ids carry a prefix made from
    /// the content, so that nothing leaks into the page around it; it has its own background, because that page may be of
    /// either scheme.
    /// </summary>
    public static string Fragment(ReportDocument document)
    {
        var html = new MarkupWriter();
        html.Write($"<div class=\"mlr part\" lang=\"en\">\n<style>\n");
        html.WriteTrusted(Stylesheet.Report);
        html.Write($"</style>\n");
        html.WriteTrusted(FragmentBody(document, $"mlr{Fingerprint(FragmentBody(document, ""))}-"));
        html.Write($"</div>\n");
        return html.ToString();
    }

    private static string FragmentBody(ReportDocument document, string idPrefix)
    {
        var html = new MarkupWriter(idPrefix);
        WriteTitle(html, document, 2);
        new HtmlBlocks(html, 3).WriteAll(document.Blocks, Sections(html, document));
        return html.ToString();
    }

    private static void WriteTitle(MarkupWriter html, ReportDocument document, int level)
    {
        html.Write($"<h{level} class=\"h1\">{document.Title}</h{level}>\n");
        if (!string.IsNullOrWhiteSpace(document.Subtitle))
        {
            html.Write($"<p class=\"subtitle\">{document.Subtitle}</p>\n");
        }

        if (document.Verdict is { } verdict && !document.Blocks.Any(block => block is VerdictBlock))
        {
            html.Write($"<p>");
            HtmlVerdict.WriteBadge(html, verdict, VerdictLabel.Word(verdict));
            html.Write($"</p>\n");
        }
    }

    private static void WriteContents(MarkupWriter html, List<HtmlSection> sections)
    {
        if (sections.Count < 2)
        {
            return;
        }

        html.Write($"<nav aria-label=\"Contents\">\n<ol>\n");
        foreach (var section in sections)
        {
            html.Write($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>\n");
        }

        html.Write($"</ol>\n</nav>\n");
    }

    private static List<HtmlSection> Sections(MarkupWriter html, ReportDocument document) =>
        [.. HeadingLevels.SectionTitles(document.Blocks).Select(title => new HtmlSection($"s{html.NextId()}", title))];

    // FNV-1a (Fowler, Noll, Vo): two fragments in one notebook must not share ids, and the same one must not change.
    private static string Fingerprint(string content)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in content)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
