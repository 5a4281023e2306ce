namespace Mlops.Registry.Audit;

/// <summary>What an audit entry records.</summary>
public enum AuditAction
{
    /// <summary>A model was created.</summary>
    ModelCreated = 0,

    /// <summary>A model's description, owner, tags or policy changed.</summary>
    ModelChanged = 1,

    /// <summary>A version was registered, or made as a draft.</summary>
    VersionRegistered = 2,

    /// <summary>A draft's definition changed.</summary>
    DraftChanged = 3,

    /// <summary>Evidence was attached.</summary>
    EvidenceAttached = 4,

    /// <summary>Evidence was withdrawn.</summary>
    EvidenceWithdrawn = 5,

    /// <summary>A design decision was recorded.</summary>
    DecisionRecorded = 6,

    /// <summary>Risk was assessed.</summary>
    RiskAssessed = 7,

    /// <summary>The risk register changed.</summary>
    RiskRegisterChanged = 8,

    /// <summary>A review was asked for.</summary>
    ReviewRequested = 9,

    /// <summary>A version was approved in one role.</summary>
    Approved = 10,

    /// <summary>A version was rejected.</summary>
    Rejected = 11,

    /// <summary>An approval was revoked.</summary>
    ApprovalRevoked = 12,

    /// <summary>A role was delegated.</summary>
    Delegated = 13,

    /// <summary>A delegation was taken back.</summary>
    DelegationRevoked = 14,

    /// <summary>A version went to another stage.</summary>
    Transitioned = 15,

    /// <summary>An alias was moved, made or removed.</summary>
    AliasMoved = 16,

    /// <summary>A model was rolled back to an earlier version.</summary>
    RolledBack = 17,

    /// <summary>A run was recorded.</summary>
    RunRecorded = 18,

    /// <summary>A version of a policy was added.</summary>
    PolicyAdded = 19,

    /// <summary>A retention class was set, or a legal hold placed or released.</summary>
    RetentionChanged = 20,

    /// <summary>Records were erased at the end of their retention.</summary>
    Erased = 21,

    /// <summary>Something was read.</summary>
    Read = 22,

    /// <summary>A checkpoint was signed and published.</summary>
    CheckpointSigned = 23,
}
