namespace Mlops.Registry.Audit;

/// <summary>Whether a log and its records hold.</summary>
public enum AuditVerdict
{
    /// <summary>Nothing speaks against it, but no checkpoint from outside the store was given: that an older state was put in its place can't be excluded.</summary>
    RollbackNotExcluded = 0,

    /// <summary>The log agrees with itself, with the records, and with checkpoints from outside the store.</summary>
    Verified = 1,

    /// <summary>Something was altered, removed, reordered or put back.</summary>
    Broken = 2,
}
