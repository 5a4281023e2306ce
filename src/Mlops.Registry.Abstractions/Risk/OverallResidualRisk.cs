namespace Mlops.Registry.Risk;

/// <summary>What is left of all hazards of a register together.</summary>
/// <param name="Worst">The least acceptable residual risk; <see langword="null"/> where none is estimated.</param>
/// <param name="AcceptableCount">Hazards whose residual risk is acceptable.</param>
/// <param name="ReduceFurtherCount">Hazards whose residual risk is to be reduced further.</param>
/// <param name="UnacceptableCount">Hazards whose residual risk is unacceptable.</param>
/// <param name="NotEstimatedCount">Hazards without an estimate of what is left.</param>
public sealed record OverallResidualRisk(
    RiskAcceptability? Worst,
    int AcceptableCount,
    int ReduceFurtherCount,
    int UnacceptableCount,
    int NotEstimatedCount
);
