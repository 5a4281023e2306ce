namespace Mlops.Registry.Stages;

/// <summary>Where a version stands in its life.</summary>
public enum Stage
{
    /// <summary>Being put together; its definition may still change.</summary>
    Draft = 0,

    /// <summary>Its definition is fixed.</summary>
    Registered = 1,

    /// <summary>Approvers have been asked to decide.</summary>
    InReview = 2,

    /// <summary>Approved as its policy demands.</summary>
    Approved = 3,

    /// <summary>Rejected by an approver.</summary>
    Rejected = 4,

    /// <summary>Deployed where it decides nothing yet.</summary>
    Staged = 5,

    /// <summary>In use.</summary>
    Active = 6,

    /// <summary>Taken out of use for now.</summary>
    Suspended = 7,

    /// <summary>Taken out of use because it failed; another took its place.</summary>
    RolledBack = 8,

    /// <summary>Taken out of use because a newer version took its place; it may be rolled back to.</summary>
    Superseded = 9,

    /// <summary>Out of use for good.</summary>
    Retired = 10,
}
