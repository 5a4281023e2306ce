namespace Mlops.Registry.Risk;

/// <summary>P</summary>
public sealed record RiskRegister(RiskTier Tier);
