namespace Mlops.Registry.Transparency;

/// <summary>What the verification of a log has shown.</summary>
public enum LogStatus
{
    /// <summary>Something is wrong; the findings say what.</summary>
    Broken,

    /// <summary>
    /// The log agrees with itself, but no checkpoint from outside says that it is the one it was: a whole file that is older,
    /// or that was rewritten throughout, would look the same.
    /// </summary>
    RollbackNotExcluded,

    /// <summary>The log agrees with itself and with checkpoints from outside the store.</summary>
    Verified,
}
