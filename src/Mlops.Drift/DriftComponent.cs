using Mlops.Statistics.Equivalence;

namespace Mlops.Drift;

/// <summary>The judgement of one component of a column.</summary>
/// <param name="Kind">Which component.</param>
/// <param name="Test">Effect, interval and p-values; its status says when the component is undefined.</param>
/// <param name="AdjustedDriftPValue">The p-value of a change beyond the bound, adjusted within the role; NaN when undefined, or where another rule decides.</param>
/// <param name="AdjustedDetectionPValue">The p-value of any change at all, adjusted likewise; NaN when undefined.</param>
/// <param name="Verdict">The verdict on this component; <see langword="null"/> when it is undefined and counts for nothing.</param>
/// <param name="IsDetectable">Whether some change, however small, is detected at the false discovery rate. It does not bear on the verdict.</param>
public sealed record DriftComponent(
    ComponentKind Kind,
    EquivalenceResult Test,
    double AdjustedDriftPValue,
    double AdjustedDetectionPValue,
    Verdict? Verdict,
    bool IsDetectable
);
