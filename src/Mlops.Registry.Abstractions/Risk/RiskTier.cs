namespace Mlops.Registry.Risk;

/// <summary>P</summary>
public enum RiskTier
{
    /// <summary>P</summary>
    Low,

    /// <summary>P</summary>
    Moderate,

    /// <summary>P</summary>
    High,
}
