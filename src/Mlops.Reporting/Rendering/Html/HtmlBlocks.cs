using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Html.Charts;

namespace Mlops.Reporting.Rendering.Html;

/// <summary>Writes blocks in reading order; small charts that follow each other stand side by side.</summary>
/// <param name="html">The writer.</param>
/// <param name="topLevel">The heading level that a level-2 block gets: 2 on a page of its own, 3 inside another's.</param>
internal sealed class HtmlBlocks(MarkupWriter html, int topLevel)
{
    private readonly HeadingLevels levels = new();
    private bool isInSection;

    /// <summary>Writes the document's blocks, a section from each heading of level 2 to the next.</summary>
    public void WriteAll(IReadOnlyList<ReportBlock> blocks, IReadOnlyList<HtmlSection> sections)
    {
        var next = 0;
        Write(
            blocks,
            heading =>
            {
                if (levels.Next(heading.Level) > 2)
                {
                    WriteHeading(heading.Text, levels.Current);
                    return;
                }

                EndSection();
                var section = sections[next++];
                html.Write(
                    $"<section aria-labelledby=\"{section.Id}\">\n<h{topLevel} class=\"h2\" id=\"{section.Id}\">{section.Title}</h{topLevel}>\n"
                );
                isInSection = true;
            }
        );
        EndSection();
    }

    private void Write(IReadOnlyList<ReportBlock> blocks, Action<HeadingBlock> writeHeading)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (IsSmallChart(blocks[i]))
            {
                i = WriteGrid(blocks, i);
                continue;
            }

            if (blocks[i] is HeadingBlock heading)
            {
                writeHeading(heading);
            }
            else
            {
                WriteBlock(blocks[i]);
            }
        }
    }

    private int WriteGrid(IReadOnlyList<ReportBlock> blocks, int first)
    {
        var last = first;
        html.Write($"<div class=\"charts\">\n");
        for (var i = first; i < blocks.Count && IsSmallChart(blocks[i]); i++)
        {
            WriteBlock(blocks[i]);
            last = i;
        }

        html.Write($"</div>\n");
        return last;
    }

    private void WriteBlock(ReportBlock block)
    {
        switch (block)
        {
            case TextBlock text:
                html.Write($"<p>{text.Text}</p>\n");
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case VerdictBlock verdict:
                HtmlVerdict.WriteBanner(html, verdict);
                break;
            case TableBlock table:
                HtmlTable.Write(html, table);
                break;
            case DetailsBlock details:
                WriteDetails(details);
                break;
            case HistogramChart chart:
                HistogramSvg.Write(html, chart);
                break;
            case CategoryChart chart:
                CategorySvg.Write(html, chart);
                break;
            case IntervalChart chart:
                IntervalSvg.Write(html, chart);
                break;
            case HeatmapChart chart:
                HeatmapSvg.Write(html, chart);
                break;
        }
    }

    private void WriteDetails(DetailsBlock details)
    {
        html.WriteTrusted(details.IsOpen ? "<details open=\"open\">" : "<details>");
        html.Write($"<summary>{details.Summary}</summary>\n<div class=\"inside\">\n");
        Write(details.Blocks, heading => WriteHeading(heading.Text, levels.Next(heading.Level)));
        html.Write($"</div>\n</details>\n");
    }

    private void WriteHeading(string text, int level)
    {
        var tag = Math.Min(6, topLevel - 2 + level);
        html.Write($"<h{tag} class=\"h{level}\">{text}</h{tag}>\n");
    }

    private void WriteList(ListBlock list)
    {
        if (list.Items.Count == 0)
        {
            return;
        }

        html.Write($"<ul>\n");
        foreach (var item in list.Items)
        {
            html.Write($"<li>{item}</li>\n");
        }

        html.Write($"</ul>\n");
    }

    private void EndSection()
    {
        if (isInSection)
        {
            html.Write($"</section>\n");
        }

        isInSection = false;
    }

    private static bool IsSmallChart(ReportBlock block) => block is HistogramChart or CategoryChart;
}
