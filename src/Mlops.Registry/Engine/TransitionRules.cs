using Mlops.Registry.Models;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Engine;

/// <summary>Which steps are taken by <see cref="IModelRegistry.TransitionAsync"/>.</summary>
internal static class TransitionRules
{
    public static void ThrowIfAnOperationOfItsOwn(VersionKey version, Stage from, Stage to)
    {
        var step = StageMachine.Require(version, from, to);
        var operation = step.Operation switch
        {
            StageOperation.RequestReview => nameof(IModelRegistry.RequestReviewAsync),
            StageOperation.Approve => nameof(IModelRegistry.ApproveAsync),
            StageOperation.Reject => nameof(IModelRegistry.RejectAsync),
            StageOperation.RollBack => nameof(IModelRegistry.RollBackAsync),
            StageOperation.MakeWay => $"{nameof(IModelRegistry.TransitionAsync)} of its successor to {Stage.Active}",
            _ => null,
        };
        if (operation is not null)
        {
            throw new InvalidTransitionException(
                from,
                to,
                $"{version} becomes {to} by {operation}, not by a transition."
            );
        }
    }
}
