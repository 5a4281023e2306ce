using System.Text;
using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Markdown;

/// <summary>Turns a document into GitHub-flavoured Markdown.</summary>
internal sealed class MarkdownRenderer
{
    private readonly StringBuilder output = new();
    private readonly HeadingLevels levels = new();

    public static string Render(ReportDocument document)
    {
        var renderer = new MarkdownRenderer();
        renderer.output.Append("# ").Append(MarkdownText.Escape(document.Title)).Append("\n\n");
        renderer.WriteParagraph(document.Subtitle);
        if (document.Verdict is { } verdict && !document.Blocks.Any(block => block is VerdictBlock))
        {
            renderer.output.Append("**").Append(VerdictLabel.MarkAndWord(verdict)).Append("**\n\n");
        }

        renderer.Write(document.Blocks);
        return renderer.output.ToString().TrimEnd('\n') + "\n";
    }

    private void Write(IReadOnlyList<ReportBlock> blocks)
    {
        foreach (var block in blocks)
        {
            WriteBlock(block);
        }
    }

    private void WriteBlock(ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                output
                    .Append('#', levels.Next(heading.Level))
                    .Append(' ')
                    .Append(MarkdownText.Escape(heading.Text))
                    .Append("\n\n");
                break;
            case TextBlock text:
                WriteParagraph(text.Text);
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case VerdictBlock verdict:
                WriteVerdict(verdict);
                break;
            case DetailsBlock details:
                WriteDetails(details);
                break;
            case TableBlock table:
                WriteParagraph(table.Caption);
                MarkdownTable.Write(output, table);
                break;
            case HistogramChart chart:
                MarkdownCharts.Write(output, chart);
                break;
            case CategoryChart chart:
                MarkdownCharts.Write(output, chart);
                break;
            case IntervalChart chart:
                MarkdownCharts.Write(output, chart);
                break;
            case HeatmapChart chart:
                MarkdownCharts.Write(output, chart);
                break;
        }
    }

    private void WriteParagraph(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            output.Append(MarkdownText.Escape(text)).Append("\n\n");
        }
    }

    private void WriteList(ListBlock list)
    {
        foreach (var item in list.Items)
        {
            output.Append("- ").Append(MarkdownText.Escape(item)).Append('\n');
        }

        output.Append('\n');
    }

    private void WriteVerdict(VerdictBlock block)
    {
        output.Append("> **").Append(VerdictLabel.MarkAndWord(block.Verdict)).Append(".** ");
        output.Append(MarkdownText.Escape(block.Headline)).Append('\n');
        if (!string.IsNullOrWhiteSpace(block.Explanation))
        {
            output.Append(">\n> ").Append(MarkdownText.Escape(block.Explanation)).Append('\n');
        }

        output.Append('\n');
    }

    private void WriteDetails(DetailsBlock details)
    {
        output.Append(details.IsOpen ? "<details open>\n" : "<details>\n");
        output.Append("<summary>").Append(MarkdownText.EscapeHtml(details.Summary)).Append("</summary>\n\n");
        Write(details.Blocks);
        output.Append("</details>\n\n");
    }
}
