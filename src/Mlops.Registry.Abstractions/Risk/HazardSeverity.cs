namespace Mlops.Registry.Risk;

/// <summary>How severe the harm of a hazard is, on five points.</summary>
/// <remarks>Reference: ISO/TR 24971:2020, section 5.5, whose example scales these words are of.</remarks>
public enum HazardSeverity
{
    /// <summary>1: inconvenience.</summary>
    Negligible = 1,

    /// <summary>2: harm that passes without help.</summary>
    Minor = 2,

    /// <summary>3: harm that needs help.</summary>
    Serious = 3,

    /// <summary>4: lasting harm.</summary>
    Critical = 4,

    /// <summary>5: death, or ruin.</summary>
    Catastrophic = 5,
}
