namespace Mlops.Registry.Audit;

/// <summary>What came of what was asked for.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Done = 0,

    /// <summary>It was refused: the caller lacks the role.</summary>
    Denied = 1,

    /// <summary>It was refused: a rule of the policy or of the stages forbids it.</summary>
    Refused = 2,
}
