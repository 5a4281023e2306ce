namespace Mlops.Registry.Risk;

/// <summary>How far the treatment of a hazard has come.</summary>
public enum HazardStatus
{
    /// <summary>Identified, and its controls are not all in place.</summary>
    Open = 1,

    /// <summary>Its controls are in place and checked.</summary>
    Controlled = 2,

    /// <summary>It can't arise any more.</summary>
    Closed = 3,
}
