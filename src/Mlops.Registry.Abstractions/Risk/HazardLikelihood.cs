namespace Mlops.Registry.Risk;

/// <summary>How likely the harm of a hazard is, on five points.</summary>
/// <remarks>Reference: ISO/TR 24971:2020, section 5.5, whose example scales these words are of.</remarks>
public enum HazardLikelihood
{
    /// <summary>1: so unlikely that it is not expected.</summary>
    Improbable = 1,

    /// <summary>2: unlikely, but conceivable.</summary>
    Remote = 2,

    /// <summary>3: now and then.</summary>
    Occasional = 3,

    /// <summary>4: often.</summary>
    Probable = 4,

    /// <summary>5: to be expected in ordinary use.</summary>
    Frequent = 5,
}
