namespace Mlops.Drift.Series;

/// <summary>The comparison of one window with the baseline.</summary>
/// <param name="Label">The window's name: <c>2007</c>.</param>
/// <param name="Report">Its report.</param>
public sealed record WindowDrift(string Label, DriftReport Report);
