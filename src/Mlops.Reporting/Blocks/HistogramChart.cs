namespace Mlops.Reporting.Blocks;

/// <summary>Two distributions of a number laid over each other, as densities over shared bins.</summary>
/// <param name="Title">What is shown: the column.</param>
/// <param name="Description">The chart in a sentence, for who can't see it.</param>
/// <param name="Edges">The bins' limits, ascending, one more than there are bins; finite.</param>
/// <param name="ReferenceShares">The reference's share of each bin, in [0,1].</param>
/// <param name="CurrentShares">The current share of each bin, in [0,1].</param>
/// <remarks>Shares need not add up to 1: what lies beyond the outer limits is <see cref="OutsideNote"/>'s to tell.</remarks>
public sealed record HistogramChart(
    string Title,
    string Description,
    IReadOnlyList<double> Edges,
    IReadOnlyList<double> ReferenceShares,
    IReadOnlyList<double> CurrentShares
) : ReportBlock
{
    /// <summary>A remark on what the axis does not show; empty for none.</summary>
    public string OutsideNote { get; init; } = "";
}
