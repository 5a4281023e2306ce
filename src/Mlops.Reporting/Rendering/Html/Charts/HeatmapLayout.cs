using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Html.Charts;

/// <summary>Where a heat map's cells and labels stand, so that labels never touch.</summary>
/// <param name="Left">The width of the rows' labels.</param>
/// <param name="Top">The height of the windows' labels.</param>
/// <param name="Cell">A cell's width.</param>
/// <param name="IsSlanted">Whether the windows' labels are too long to lie flat.</param>
internal sealed record HeatmapLayout(double Left, double Top, double Cell, bool IsSlanted)
{
    public const double Width = 720;
    public const double RowHeight = 24;
    private const double LongestSlant = 64;
    private const double WidestCell = 110;
    private const double NarrowestWithValue = 40;

    /// <summary>Whether a cell has room for its value beside its mark.</summary>
    public bool HasValues => Cell >= NarrowestWithValue;

    public static HeatmapLayout Of(HeatmapChart chart)
    {
        var left = Math.Clamp(Longest(chart.RowLabels.Select(SafeText.OneLine)) + 14, 60, 190);
        var longest = Longest(chart.ColumnLabels.Select(Label));
        var columns = Math.Max(1, chart.ColumnLabels.Count);
        var cell = Math.Min(WidestCell, (Width - left) / columns);
        if (longest <= cell - 4)
        {
            return new HeatmapLayout(left, 22, cell, false);
        }

        // The last label leans out over the grid's end.
        cell = Math.Min(WidestCell, (Width - left - LongestSlant + 20) / columns);
        return new HeatmapLayout(left, Math.Min(longest * 0.71, LongestSlant) + 16, cell, true);
    }

    public double X(int column) => Left + (Cell * column);

    public double Y(int row) => Top + (RowHeight * row);

    public void WriteColumnLabels(MarkupWriter html, IReadOnlyList<string> labels)
    {
        html.Write($"<g class=\"tick {(IsSlanted ? "" : "mid")}\">");
        // A slanted label needs a line's height across; narrower columns are labelled every second, third, …
        var every = IsSlanted ? Math.Max(1, (int)Math.Ceiling(17 / Cell)) : 1;
        for (var j = 0; j < labels.Count; j += every)
        {
            var x = X(j) + (Cell / 2);
            if (IsSlanted)
            {
                html.Write($"<text transform=\"translate({x - 2} {Top - 6}) rotate(-45)\">{Label(labels[j])}</text>");
            }
            else
            {
                html.Write($"<text x=\"{x}\" y=\"{Top - 8}\">{Label(labels[j])}</text>");
            }
        }

        html.Write($"</g>\n");
    }

    private static double Longest(IEnumerable<string> labels) =>
        labels.Select(CellText.Width).DefaultIfEmpty(0).Max() * SvgFigure.CharacterWidth;

    private static string Label(string label) => CellText.Truncate(SafeText.OneLine(label), 14);
}
