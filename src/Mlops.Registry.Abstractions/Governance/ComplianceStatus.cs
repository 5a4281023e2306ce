namespace Mlops.Registry.Governance;

/// <summary>Whether a version has what its policy asks for; computed, never typed in.</summary>
public enum ComplianceStatus
{
    /// <summary>Something is missing, stale or inconclusive, and nothing speaks against it.</summary>
    Incomplete = 0,

    /// <summary>Every rule on evidence and approval is met.</summary>
    Compliant = 1,

    /// <summary>Evidence speaks against it, or it was rejected.</summary>
    NonCompliant = 2,
}
