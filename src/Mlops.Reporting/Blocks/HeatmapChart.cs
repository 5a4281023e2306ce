namespace Mlops.Reporting.Blocks;

/// <summary>A grid of values over rows (columns of data) and windows in time.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">The chart in a sentence, for who can't see it.</param>
/// <param name="ColumnLabels">The windows, in order.</param>
/// <param name="RowLabels">The rows, in the order shown.</param>
/// <param name="Cells">One list a row, one cell a window.</param>
/// <param name="Bound">The value from which a cell is beyond what is tolerated.</param>
/// <param name="ValueLabel">What the values are.</param>
public sealed record HeatmapChart(
    string Title,
    string Description,
    IReadOnlyList<string> ColumnLabels,
    IReadOnlyList<string> RowLabels,
    IReadOnlyList<IReadOnlyList<HeatmapCell>> Cells,
    double Bound,
    string ValueLabel
) : ReportBlock;
