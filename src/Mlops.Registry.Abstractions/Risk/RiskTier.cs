namespace Mlops.Registry.Risk;

/// <summary>The tier of a model, by which policy is chosen. The default value is no tier.</summary>
public enum RiskTier
{
    /// <summary>Low.</summary>
    Low = 1,

    /// <summary>Moderate.</summary>
    Moderate = 2,

    /// <summary>High.</summary>
    High = 3,
}
