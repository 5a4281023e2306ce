namespace Mlops.Registry.Access;

/// <summary>What a role may be allowed to do. Nothing is allowed that no role grants.</summary>
public enum RegistryRight
{
    /// <summary>Read models, versions, runs, aliases, policies and evidence.</summary>
    Read = 0,

    /// <summary>Read the audit log and access records, ask for proofs, and verify.</summary>
    ReadAudit = 1,

    /// <summary>Create models and change their descriptions.</summary>
    ManageModels = 2,

    /// <summary>Record runs, make drafts, and register versions.</summary>
    Register = 3,

    /// <summary>Attach and withdraw evidence, and record design decisions.</summary>
    AttachEvidence = 4,

    /// <summary>Assess risk and keep the risk register.</summary>
    AssessRisk = 5,

    /// <summary>Ask for a review.</summary>
    RequestReview = 6,

    /// <summary>Approve and reject, in a role that the policy asks for.</summary>
    Approve = 7,

    /// <summary>Revoke anybody's approval; one's own can always be revoked.</summary>
    RevokeApproval = 8,

    /// <summary>Give one's own roles to another for a time.</summary>
    Delegate = 9,

    /// <summary>Move a version between stages.</summary>
    Transition = 10,

    /// <summary>Suspend an active version: the stop switch, which needs no approval.</summary>
    Suspend = 11,

    /// <summary>Move and remove aliases.</summary>
    MoveAlias = 12,

    /// <summary>Roll back.</summary>
    RollBack = 13,

    /// <summary>Add versions of policies, and assign policies to models.</summary>
    ManagePolicy = 14,

    /// <summary>Set retention classes, and place and release legal holds.</summary>
    ManageRetention = 15,

    /// <summary>Erase what retention no longer keeps.</summary>
    Erase = 16,

    /// <summary>Sign and publish checkpoints.</summary>
    SignCheckpoint = 17,
}
