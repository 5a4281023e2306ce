using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Html.Charts;

/// <summary>What all charts share: the figure, the image with its title and description, the legend, and the numbers as a table.</summary>
internal static class SvgFigure
{
    /// <summary>The mean width of a character at the charts' 12 pixels, on the generous side.</summary>
    public const double CharacterWidth = 6.6;

    public static void Begin(MarkupWriter html, string kind, string title)
    {
        html.Write($"<figure class=\"{kind}\">\n<figcaption>{title}</figcaption>\n");
    }

    public static void BeginImage(MarkupWriter html, double width, double height, string title, string description)
    {
        var id = html.NextId();
        html.Write(
            $"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"t{id}\" aria-describedby=\"d{id}\">"
        );
        html.Write($"<title id=\"t{id}\">{title}</title><desc id=\"d{id}\">{description}</desc>\n");
    }

    /// <summary>Ends the image and the figure, with its remark and its numbers.</summary>
    public static void End(MarkupWriter html, string note, TableBlock numbers)
    {
        if (!string.IsNullOrWhiteSpace(note))
        {
            html.Write($"<p class=\"note\">{note}</p>\n");
        }

        html.Write($"<details class=\"numbers\"><summary>Numbers</summary>\n");
        HtmlTable.Write(html, numbers, isQuiet: true);
        html.Write($"</details>\n</figure>\n");
    }

    /// <summary>The keys of a filled area and an outlined step.</summary>
    public static void WriteStepLegend(MarkupWriter html, double x, double y) =>
        WriteLegend(html, x, y, "cur", "v-9h14v9");

    /// <summary>The keys of two filled bars.</summary>
    public static void WriteBarLegend(MarkupWriter html, double x, double y) =>
        WriteLegend(html, x, y, "cur-bar", "v-9h14v9z");

    private static void WriteLegend(MarkupWriter html, double x, double y, string kind, string shape)
    {
        html.Write(
            $"<path class=\"ref\" d=\"M{x} {y}h14v-9h-14z\"/><text class=\"key\" x=\"{x + 20}\" y=\"{y}\">Reference</text>"
        );
        html.Write(
            $"<path class=\"{kind}\" d=\"M{x + 96} {y}{shape}\"/><text class=\"key\" x=\"{x + 116}\" y=\"{y}\">Current</text>\n"
        );
    }

    /// <summary>A label cut to the room there is, with the whole of it as its tooltip.</summary>
    public static void WriteLabel(MarkupWriter html, string label, double x, double y, double room)
    {
        var full = SafeText.OneLine(label);
        var cut = CellText.Truncate(full, (int)(room / CharacterWidth));
        html.Write($"<text x=\"{x}\" y=\"{y}\">{cut}");
        if (cut.Length != full.Length)
        {
            html.Write($"<title>{full}</title>");
        }

        html.Write($"</text>");
    }

    /// <summary>The smallest number of panels with at most <paramref name="limit"/> rows each, as even as can be: (first row, rows).</summary>
    public static IEnumerable<(int Start, int Count)> Panels(int rows, int limit)
    {
        var panels = Math.Max(1, (rows + limit - 1) / limit);
        for (var i = 0; i < panels; i++)
        {
            var start = (int)((long)rows * i / panels);
            yield return (start, (int)((long)rows * (i + 1) / panels) - start);
        }
    }

    /// <summary>The class that colours what belongs to a verdict.</summary>
    public static string Class(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Pass => "pass",
            Verdict.Fail => "fail",
            Verdict.Inconclusive => "open",
            _ => "none",
        };
}
