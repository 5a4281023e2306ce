namespace Mlops.Registry.Risk;

/// <summary>A declared level, and why it was declared so.</summary>
/// <param name="Level">The level.</param>
/// <param name="Rationale">Why; <see langword="null"/> where nobody said.</param>
public sealed record RiskFactor(FactorLevel Level, string? Rationale = null);
