namespace Mlops.Registry.Risk;

/// <summary>The level of a factor of risk; its value is its points.</summary>
public enum FactorLevel
{
    /// <summary>Low: 1 point.</summary>
    Low = 1,

    /// <summary>Medium: 2 points.</summary>
    Medium = 2,

    /// <summary>High: 3 points.</summary>
    High = 3,
}
