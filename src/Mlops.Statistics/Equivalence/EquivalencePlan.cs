namespace Mlops.Statistics.Equivalence;

/// <summary>How many rows would settle an inconclusive comparison, if the change is as large as it looks.</summary>
/// <param name="Status">Whether rows would settle it.</param>
/// <param name="Direction">The verdict that they would bring: <see cref="Verdict.Pass"/> for an effect below the bound, <see cref="Verdict.Fail"/> above it.</param>
/// <param name="EffectiveSize">N = n m / (n + m), on effective rows, that it takes; NaN where there is no plan.</param>
/// <param name="CurrentRows">The current rows that it takes with the reference as it is; <see langword="null"/> where the reference is too small for any number of them.</param>
/// <param name="RowsPerSide">The rows that it takes on each side, were both as large; <see langword="null"/> where there is no plan.</param>
public sealed record EquivalencePlan(
    EquivalencePlanStatus Status,
    Verdict Direction,
    double EffectiveSize,
    long? CurrentRows,
    long? RowsPerSide
);
