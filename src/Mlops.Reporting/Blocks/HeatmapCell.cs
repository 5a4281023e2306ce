namespace Mlops.Reporting.Blocks;

/// <summary>A cell of a <see cref="HeatmapChart"/>.</summary>
/// <param name="Value">What the shade shows; NaN for none.</param>
/// <param name="Verdict">How it was judged, drawn as a mark; <see langword="null"/> when it was not.</param>
public readonly record struct HeatmapCell(double Value, Verdict? Verdict);
