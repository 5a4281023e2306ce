namespace Mlops.Registry.Risk;

/// <summary>P</summary>
public sealed record RiskAssessment(RiskTier Tier);
