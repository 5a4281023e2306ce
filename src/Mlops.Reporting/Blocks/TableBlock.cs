namespace Mlops.Reporting.Blocks;

/// <summary>A table.</summary>
/// <param name="Caption">What the table shows, one sentence.</param>
/// <param name="Columns">The columns; the first names the row.</param>
/// <param name="Rows">The rows, each with as many cells as there are columns.</param>
public sealed record TableBlock(
    string Caption,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<IReadOnlyList<TableCell>> Rows
) : ReportBlock;
