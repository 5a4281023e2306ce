namespace Mlops.Reporting.Blocks;

/// <summary>Estimates with their intervals against one bound (a forest plot).</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">The chart in a sentence, for who can't see it.</param>
/// <param name="AxisLabel">The quantity and its unit.</param>
/// <param name="Bound">The bound that verdicts are read against, drawn as a line.</param>
/// <param name="BoundLabel">What the bound is.</param>
/// <param name="Rows">The rows, in the order shown.</param>
public sealed record IntervalChart(
    string Title,
    string Description,
    string AxisLabel,
    double Bound,
    string BoundLabel,
    IReadOnlyList<IntervalRow> Rows
) : ReportBlock;
