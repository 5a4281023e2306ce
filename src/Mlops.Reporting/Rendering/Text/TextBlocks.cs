using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Text;

/// <summary>Writes blocks as text, in reading order.</summary>
internal static class TextBlocks
{
    public static void Write(TextLines text, IReadOnlyList<ReportBlock> blocks, HeadingLevels levels)
    {
        foreach (var block in blocks)
        {
            WriteBlock(text, block, levels);
            text.Blank();
        }
    }

    private static void WriteBlock(TextLines text, ReportBlock block, HeadingLevels levels)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteHeading(text, heading, levels);
                break;
            case TextBlock paragraph:
                text.Wrap(paragraph.Text);
                break;
            case ListBlock list:
                foreach (var item in list.Items)
                {
                    text.Wrap(item, "- ");
                }

                break;
            case VerdictBlock verdict:
                WriteVerdict(text, verdict);
                break;
            case DetailsBlock details:
                text.Wrap(details.Summary, "> ");
                text.Blank();
                Write(text.Inside(), details.Blocks, levels);
                break;
            case TableBlock table:
                TextTable.Write(text, table);
                break;
            case HistogramChart chart:
                HistogramText.Write(text, chart);
                break;
            case CategoryChart chart:
                CategoryText.Write(text, chart);
                break;
            case IntervalChart chart:
                IntervalText.Write(text, chart);
                break;
            case HeatmapChart chart:
                HeatmapText.Write(text, chart);
                break;
        }
    }

    private static void WriteHeading(TextLines text, HeadingBlock heading, HeadingLevels levels)
    {
        if (levels.Next(heading.Level) > 2)
        {
            text.Wrap(heading.Text, "## ");
            return;
        }

        text.Blank();
        text.Wrap(heading.Text);
        text.Add(new string('-', Math.Clamp(CellText.Width(SafeText.OneLine(heading.Text)), 1, text.Width)));
    }

    private static void WriteVerdict(TextLines text, VerdictBlock block)
    {
        var rule = new string(block.Verdict == Verdict.Inconclusive ? '┄' : '━', text.Width);
        text.Add(rule);
        text.Wrap(block.Headline, $" {VerdictLabel.MarkAndWord(block.Verdict).ToUpperInvariant()}  ");
        text.Wrap(block.Explanation, "   ");
        text.Add(rule);
    }
}
