using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Charts;

/// <summary>The axis of an interval chart: over all estimates, limits and the bound.</summary>
internal static class IntervalScale
{
    public static AxisScale Of(IntervalChart chart, double start, double length)
    {
        var values = chart
            .Rows.Where(row => !double.IsNaN(row.Estimate))
            .SelectMany(row => new[] { row.Estimate, row.Lower, row.Upper })
            .Append(chart.Bound)
            .ToList();
        // A size is read from zero, and needs no room below it.
        return values.Exists(v => v < 0)
            ? AxisScale.Over(values, start, length, 0.04, 0.04)
            : AxisScale.Over(values.Append(0), start, length, 0, 0.04);
    }

    /// <summary>The decimals that tell a hundredth of the axis; numbers of one chart share them, so that they line up.</summary>
    public static string Number(AxisScale scale, double value)
    {
        var range = scale.Upper - scale.Lower;
        var decimals = 2 - Math.Floor(Math.Log10(range));
        return decimals is >= 0 and <= 6 && Math.Abs(value) < 1e7
            ? ReportFormat.Fixed(value, (int)decimals)
            : ReportFormat.Number(value, 3);
    }

    /// <summary>The bound in words.</summary>
    public static string BoundText(IntervalChart chart)
    {
        var number = ReportFormat.Number(chart.Bound);
        return string.IsNullOrWhiteSpace(chart.BoundLabel) ? $"bound {number}" : $"bound {number} ({chart.BoundLabel})";
    }
}
