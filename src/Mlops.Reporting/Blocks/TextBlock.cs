namespace Mlops.Reporting.Blocks;

/// <summary>A paragraph.</summary>
/// <param name="Text">Plain text.</param>
public sealed record TextBlock(string Text) : ReportBlock;
