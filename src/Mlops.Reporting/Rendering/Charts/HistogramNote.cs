using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Charts;

/// <summary>What must be said beside a histogram, because its axis cannot show it.</summary>
internal static class HistogramNote
{
    private const int ValuesNamed = 3;

    public static string Of(HistogramChart chart, HistogramBins bins)
    {
        var parts = bins
            .Values.Take(ValuesNamed)
            .Select(bin => $"At {ReportFormat.Number(bin.Left)} alone: {Shares(bin.Reference, bin.Current)}.")
            .Prepend(chart.OutsideNote)
            .ToList();
        if (bins.Values.Count > 0)
        {
            parts.Add("Narrow bars of single values are to a scale of their own.");
        }

        if (bins.Omitted is not (0, 0))
        {
            parts.Add($"Not drawn, for bins without a limit: {Shares(bins.Omitted.Reference, bins.Omitted.Current)}.");
        }

        return string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    private static string Shares(double reference, double current) =>
        $"{ReportFormat.Percent(reference)} of the reference, {ReportFormat.Percent(current)} of the current data";
}
