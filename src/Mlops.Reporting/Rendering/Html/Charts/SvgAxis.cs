using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Html.Charts;

/// <summary>A horizontal axis: a line, round ticks, and as many of their labels as do not touch.</summary>
internal static class SvgAxis
{
    public static void WriteHorizontal(MarkupWriter html, AxisScale scale, double y, double imageWidth)
    {
        var ticks = Ticks.Between(scale.Lower, scale.Upper);
        var labels = Ticks.Labels(ticks);
        html.Write($"<path class=\"axis\" d=\"M{scale.Start} {y}h{scale.Length}");
        foreach (var tick in ticks)
        {
            html.Write($"M{scale.Position(tick)} {y}v5");
        }

        html.Write($"\"/>");
        var occupied = double.NegativeInfinity;
        for (var i = 0; i < ticks.Length; i++)
        {
            var half = labels[i].Length * SvgFigure.CharacterWidth / 2;
            var center = Math.Clamp(scale.Position(ticks[i]), half, Math.Max(half, imageWidth - half));
            if (center - half < occupied)
            {
                continue;
            }

            html.Write($"<text class=\"tick mid\" x=\"{center}\" y=\"{y + 19}\">{labels[i]}</text>");
            occupied = center + half + 4;
        }

        html.Write($"\n");
    }
}
