namespace Mlops.Registry.Stages;

/// <summary>By which operation a version takes a step.</summary>
public enum StageOperation
{
    /// <summary><see cref="IModelRegistry.TransitionAsync"/>.</summary>
    Transition = 0,

    /// <summary><see cref="IModelRegistry.RequestReviewAsync"/>.</summary>
    RequestReview = 1,

    /// <summary><see cref="IModelRegistry.ApproveAsync"/>, when it gives the last approval that the policy asks for.</summary>
    Approve = 2,

    /// <summary><see cref="IModelRegistry.RejectAsync"/>.</summary>
    Reject = 3,

    /// <summary><see cref="IModelRegistry.RollBackAsync"/>.</summary>
    RollBack = 4,

    /// <summary>None of its own: another version of the model becomes active, and this one makes way.</summary>
    MakeWay = 5,
}
