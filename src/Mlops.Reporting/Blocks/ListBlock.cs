namespace Mlops.Reporting.Blocks;

/// <summary>A bulleted list.</summary>
/// <param name="Items">Plain text, one an item.</param>
public sealed record ListBlock(IReadOnlyList<string> Items) : ReportBlock;
