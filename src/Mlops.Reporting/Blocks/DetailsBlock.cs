namespace Mlops.Reporting.Blocks;

/// <summary>Blocks that are folded away until asked for (and open in print).</summary>
/// <param name="Summary">What is inside, one line.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="IsOpen">Whether it starts unfolded.</param>
public sealed record DetailsBlock(string Summary, IReadOnlyList<ReportBlock> Blocks, bool IsOpen = false) : ReportBlock;
