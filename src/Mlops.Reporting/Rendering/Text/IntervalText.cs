using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Rendering.Text;

/// <summary>A forest plot of characters: a row's point and interval, the bound as a broken line, the verdict in words.</summary>
internal static class IntervalText
{
    private const int VerdictWidth = 14;
    private const int NumberWidth = 8;

    public static void Write(TextLines text, IntervalChart chart)
    {
        text.Wrap(chart.Title);
        text.Wrap($"{chart.AxisLabel}; ┊ is the {IntervalScale.BoundText(chart)}", "  ");
        var label = Math.Min(
            chart.Rows.Select(row => CellText.Width(SafeText.OneLine(row.Label))).DefaultIfEmpty(0).Max(),
            text.Width / 4
        );
        var plot = Math.Min(48, text.Width - label - VerdictWidth - NumberWidth - 5);
        plot = Math.Max(plot, 3);
        var scale = IntervalScale.Of(chart, 0, plot - 1);
        foreach (var row in chart.Rows)
        {
            var name = CellText.PadRight(CellText.Truncate(SafeText.OneLine(row.Label), label), label);
            var judged = VerdictLabel.MarkAndWord(row.Verdict);
            if (double.IsNaN(row.Estimate))
            {
                var note = CellText.Truncate(SafeText.OneLine(row.Note), plot + NumberWidth + 1);
                text.Add($"  {name} {CellText.PadRight(note, plot + NumberWidth + 1)} {judged}");
            }
            else
            {
                var number = CellText.Truncate(IntervalScale.Number(scale, row.Estimate), NumberWidth);
                text.Add(
                    $"  {name} {Draw(row, chart.Bound, scale, plot)} {CellText.PadLeft(number, NumberWidth)} {judged}"
                );
            }
        }

        var ends = $"{ReportFormat.Number(scale.Lower, 3)} to {ReportFormat.Number(scale.Upper, 3)}";
        text.Add($"  {new string(' ', label)} {CellText.Truncate($"axis: {ends}", text.Width - label - 3)}");
    }

    private static string Draw(IntervalRow row, double bound, AxisScale scale, int plot)
    {
        var cells = new string(' ', plot).ToCharArray();
        if (double.IsFinite(bound))
        {
            cells[At(bound)] = '┊';
        }

        if (!double.IsNaN(row.Lower) && !double.IsNaN(row.Upper))
        {
            var (from, to) = (At(Math.Min(row.Lower, row.Upper)), At(Math.Max(row.Lower, row.Upper)));
            for (var i = from; i <= to; i++)
            {
                cells[i] = cells[i] == '┊' ? '┼' : '─';
            }
        }

        cells[At(row.Estimate)] = '●';
        return new string(cells);

        int At(double value) => (int)Math.Round(scale.Position(value));
    }
}
