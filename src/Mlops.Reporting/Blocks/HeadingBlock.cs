namespace Mlops.Reporting.Blocks;

/// <summary>A heading.</summary>
/// <param name="Level">2 for a section, 3 for a part of one; the title is the only 1.</param>
/// <param name="Text">Plain text.</param>
public sealed record HeadingBlock(int Level, string Text) : ReportBlock;
