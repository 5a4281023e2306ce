namespace Mlops.Registry.Risk;

/// <summary>P</summary>
public sealed record RiskRule(RiskTier Tier);
