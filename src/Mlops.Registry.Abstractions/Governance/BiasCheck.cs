namespace Mlops.Registry.Governance;

/// <summary>What the evidence on fairness says; computed, never typed in.</summary>
public enum BiasCheck
{
    /// <summary>There is no evidence on fairness.</summary>
    Missing = 0,

    /// <summary>The latest evidence of each kind on fairness passed, and is fresh.</summary>
    Passed = 1,

    /// <summary>Some of it failed.</summary>
    Failed = 2,

    /// <summary>Some of it could not tell, and none failed.</summary>
    Inconclusive = 3,

    /// <summary>It passed, and is older than the policy allows.</summary>
    Stale = 4,
}
