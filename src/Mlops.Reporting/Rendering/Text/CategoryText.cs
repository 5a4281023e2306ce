using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Text;

/// <summary>Two distributions over categories as pairs of bars.</summary>
internal static class CategoryText
{
    private const int PercentWidth = 9;

    public static void Write(TextLines text, CategoryChart chart)
    {
        text.Wrap(chart.Title);
        var bars = CategoryBars.Of(chart);
        if (bars.Count == 0)
        {
            text.Add("  (no categories)");
            return;
        }

        text.Add("  ░ Reference  █ Current");
        var label = Math.Min(bars.Max(bar => CellText.Width(bar.Label)), text.Width / 3);
        var room = Math.Min(48, text.Width - label - PercentWidth - 4);
        var peak = bars.Max(bar => Math.Max(CategoryBars.Length(bar.Reference), CategoryBars.Length(bar.Current)));
        foreach (var bar in bars)
        {
            text.Add(
                $"  {CellText.PadRight(CellText.Truncate(bar.Label, label), label)} {Bar('░', bar.Reference, peak, room)}"
            );
            text.Add($"  {new string(' ', label)} {Bar('█', bar.Current, peak, room)}");
        }
    }

    private static string Bar(char block, double share, double peak, int room)
    {
        var length = peak > 0 ? (int)Math.Round(CategoryBars.Length(share) / peak * room) : 0;
        return $"{new string(block, length)} {ReportFormat.Percent(share)}";
    }
}
