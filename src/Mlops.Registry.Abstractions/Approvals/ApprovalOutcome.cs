namespace Mlops.Registry.Approvals;

/// <summary>What an approver decided.</summary>
public enum ApprovalOutcome
{
    /// <summary>The version may be used.</summary>
    Approved = 0,

    /// <summary>It may not.</summary>
    Rejected = 1,
}
