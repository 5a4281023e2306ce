namespace Mlops.Data.Quality.Outliers;

/// <summary>A value beyond its column's fences.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Value">The value.</param>
/// <param name="Score">How far it lies from the centre, in units of <see cref="ColumnFences.Scale"/>; signed.</param>
public sealed record OutlierValue(long Row, double Value, double Score);
