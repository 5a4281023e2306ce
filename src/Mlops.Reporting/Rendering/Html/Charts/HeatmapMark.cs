namespace Mlops.Reporting.Rendering.Html.Charts;

/// <summary>A verdict's mark in a cell, as strokes: a cross fails, a question mark can't tell, a dot passes.</summary>
internal static class HeatmapMark
{
    public static IReadOnlyList<Verdict> Order { get; } = [Verdict.Fail, Verdict.Inconclusive, Verdict.Pass];

    /// <param name="html">The writer, inside a path's data.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="x">The mark's middle.</param>
    /// <param name="y">The mark's middle.</param>
    /// <param name="s">The size, 1 for seven pixels.</param>
    public static void Write(MarkupWriter html, Verdict verdict, double x, double y, double s)
    {
        switch (verdict)
        {
            case Verdict.Fail:
                html.Write($"M{x - (3.5 * s)} {y - (3.5 * s)}l{7 * s} {7 * s}m0 {-7 * s}l{-7 * s} {7 * s}");
                break;
            case Verdict.Inconclusive:
                html.Write($"M{x - (2.5 * s)} {y - (2.5 * s)}a{2.6 * s} {2.6 * s} 0 1 1 {2.6 * s} {3 * s}");
                html.Write($"v{1.5 * s}m0 {2.2 * s}v{0.6 * s}");
                break;
            default:
                html.Write($"M{x - (0.6 * s)} {y}h{1.2 * s}");
                break;
        }
    }
}
