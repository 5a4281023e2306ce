namespace Mlops.Reporting.Blocks;

/// <summary>A column of a <see cref="TableBlock"/>.</summary>
/// <param name="Header">Plain text.</param>
/// <param name="IsNumeric">Numbers are set flush right with digits of equal width.</param>
public sealed record TableColumn(string Header, bool IsNumeric = false);
