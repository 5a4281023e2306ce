namespace Mlops.Reporting.Blocks;

/// <summary>A row of an <see cref="IntervalChart"/>.</summary>
/// <param name="Label">The row's name.</param>
/// <param name="Estimate">The estimate; NaN when there is none.</param>
/// <param name="Lower">The interval's lower limit.</param>
/// <param name="Upper">The interval's upper limit.</param>
/// <param name="Verdict">How the row was judged; <see langword="null"/> when it was not.</param>
/// <param name="Note">Shown in place of the interval when there is no estimate.</param>
public sealed record IntervalRow(
    string Label,
    double Estimate,
    double Lower,
    double Upper,
    Verdict? Verdict,
    string Note = ""
);
