namespace Mlops.Registry.Risk;

/// <summary>What a factor gave to the score.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Level">Its declared level.</param>
/// <param name="Points">Its points.</param>
/// <param name="Rationale">Why it was declared so, where somebody said.</param>
public sealed record RiskContribution(RiskFactorName Factor, FactorLevel Level, int Points, string? Rationale = null);
