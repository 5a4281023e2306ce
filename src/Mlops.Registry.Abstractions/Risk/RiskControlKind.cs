namespace Mlops.Registry.Risk;

/// <summary>The kinds of control in ISO 14971's order of preference: an earlier one is to be tried first.</summary>
/// <remarks>Reference: ISO 14971:2019, section 7.1.</remarks>
public enum RiskControlKind
{
    /// <summary>(a) Inherently safe design: the hazard can't arise.</summary>
    InherentlySafeDesign = 1,

    /// <summary>(b) A protective measure in the system or around it.</summary>
    ProtectiveMeasure = 2,

    /// <summary>(c) Information for safety, and training.</summary>
    InformationForSafety = 3,
}
