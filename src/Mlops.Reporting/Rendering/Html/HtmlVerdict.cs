using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Html.Charts;

namespace Mlops.Reporting.Rendering.Html;

/// <summary>Verdicts: the banner at the top and the badge in a line or cell, each a mark, a word and a colour.</summary>
internal static class HtmlVerdict
{
    public static void WriteBadge(MarkupWriter html, Verdict verdict, string word)
    {
        html.Write(
            $"<span class=\"badge {SvgFigure.Class(verdict)}\"><span aria-hidden=\"true\">{VerdictLabel.Mark(verdict)}</span> {word}</span>"
        );
    }

    public static void WriteBanner(MarkupWriter html, VerdictBlock block)
    {
        html.Write($"<div class=\"verdict {SvgFigure.Class(block.Verdict)}\">\n");
        WriteSeal(html, block.Verdict);
        html.Write(
            $"<div><p class=\"word\">{VerdictLabel.Word(block.Verdict)}</p>\n<p class=\"headline\">{block.Headline}</p>\n"
        );
        if (!string.IsNullOrWhiteSpace(block.Explanation))
        {
            html.Write($"<p class=\"why\">{block.Explanation}</p>\n");
        }

        html.Write($"</div>\n</div>\n");
    }

    // The word stands beside it, so that screen readers need not hear of the drawing.
    private static void WriteSeal(MarkupWriter html, Verdict verdict)
    {
        var (outline, sign) = verdict switch
        {
            Verdict.Pass => ("M32 3a29 29 0 1 1-.1 0z", "M19 33l9 9 17-19"),
            Verdict.Fail => ("M20.5 4h23L60 20.5v23L43.5 60h-23L4 43.5v-23z", "M22 22l20 20m0-20L22 42"),
            _ => ("M32 3a29 29 0 1 1-.1 0z", "M24 25a8 8 0 1 1 11 7.5c-2.3 1-3 2.5-3 5.5m0 8v.2"),
        };
        html.Write(
            $"<svg class=\"seal\" viewBox=\"0 0 64 64\" aria-hidden=\"true\"><title>{VerdictLabel.Word(verdict)}</title>"
        );
        html.Write($"<path class=\"rim\" d=\"{outline}\"/><path class=\"sign\" d=\"{sign}\"/></svg>\n");
    }
}
