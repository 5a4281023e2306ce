using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Charts;

/// <summary>How dark a heat map's cell is: half the scale up to the bound, half from there to its double.</summary>
internal sealed class HeatmapShade
{
    /// <summary>The number of shades; the upper half begins at the bound.</summary>
    public const int Levels = 8;

    private HeatmapShade(double middle, string caption)
    {
        Middle = middle;
        Caption = caption;
    }

    /// <summary>The value in the middle of the scale: the bound, or half the largest value where the bound is no size.</summary>
    public double Middle { get; }

    /// <summary>What the shades are, and what the middle is.</summary>
    public string Caption { get; }

    public static HeatmapShade Of(HeatmapChart chart)
    {
        if (double.IsFinite(chart.Bound) && chart.Bound > 0)
        {
            return new HeatmapShade(
                chart.Bound,
                $"{chart.ValueLabel}; the dashed line is the bound, {ReportFormat.Number(chart.Bound)}"
            );
        }

        var largest = chart
            .Cells.SelectMany(row => row)
            .Select(cell => Math.Abs(cell.Value))
            .Where(double.IsFinite)
            .DefaultIfEmpty(0)
            .Max();
        return new HeatmapShade(
            largest > 0 ? largest / 2 : 1,
            $"{chart.ValueLabel}, up to {ReportFormat.Number(largest)}"
        );
    }

    /// <summary>From 0 to <see cref="Levels"/> - 1; -1 for NaN.</summary>
    public int Level(double value) =>
        double.IsNaN(value) ? -1 : (int)Math.Clamp(Math.Floor(Math.Abs(value) / Middle * (Levels / 2)), 0, Levels - 1);

    /// <summary>Whether what is written over the shade must be light (dark in the dark scheme) to be read.</summary>
    public bool IsDark(double value) => Level(value) >= Levels - 2;
}
