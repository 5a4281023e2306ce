using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Text;

/// <summary>Turns a document into plain text whose lines fit a width.</summary>
internal static class TextRenderer
{
    public static string Render(ReportDocument document, int width)
    {
        var text = new TextLines(width);
        text.Wrap(document.Title);
        text.Add(new string('=', Math.Clamp(CellText.Width(SafeText.OneLine(document.Title)), 1, width)));
        text.Wrap(document.Subtitle);
        text.Blank();
        if (document.Verdict is { } verdict && !document.Blocks.Any(block => block is VerdictBlock))
        {
            text.Add(VerdictLabel.MarkAndWord(verdict).ToUpperInvariant());
            text.Blank();
        }

        TextBlocks.Write(text, document.Blocks, new HeadingLevels());
        return text.ToString();
    }
}
