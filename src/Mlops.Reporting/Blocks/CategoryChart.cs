namespace Mlops.Reporting.Blocks;

/// <summary>Two distributions over named categories, as paired bars.</summary>
/// <param name="Title">What is shown: the column.</param>
/// <param name="Description">The chart in a sentence, for who can't see it.</param>
/// <param name="Categories">The categories in the order shown.</param>
/// <param name="ReferenceShares">The reference's share of each, in [0,1].</param>
/// <param name="CurrentShares">The current share of each, in [0,1].</param>
public sealed record CategoryChart(
    string Title,
    string Description,
    IReadOnlyList<string> Categories,
    IReadOnlyList<double> ReferenceShares,
    IReadOnlyList<double> CurrentShares
) : ReportBlock;
