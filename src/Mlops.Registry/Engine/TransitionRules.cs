using Mlops.Registry.Access;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Engine;

/// <summary>Which steps are taken by <see cref="IModelRegistry.TransitionAsync"/>.</summary>
internal static class TransitionRules
{
    public static void ThrowIfAnOperationOfItsOwn(VersionKey version, Stage to)
    {
        var operation = to switch
        {
            Stage.InReview => nameof(IModelRegistry.RequestReviewAsync),
            Stage.Rejected => nameof(IModelRegistry.RejectAsync),
            Stage.RolledBack => nameof(IModelRegistry.RollBackAsync),
            Stage.Superseded => $"{nameof(IModelRegistry.TransitionAsync)} of its successor to {Stage.Active}",
            _ => null,
        };
        if (operation is not null)
        {
            throw new ArgumentException($"{version} becomes {to} by {operation}, not by a transition.", nameof(to));
        }
    }

    /// <summary>Throws for a step that an operation of its own takes, from where the version stands.</summary>
    /// <remarks>From review a version becomes approved by approvals alone: each has a role, a ticket and a basis.</remarks>
    public static void ThrowIfAnOperationOfItsOwn(VersionKey version, StageStep? step)
    {
        if (step is { Operation: StageOperation.Approve })
        {
            throw new InvalidTransitionException(
                step.From,
                step.To,
                $"{version} is {step.From}: it becomes {step.To} by {nameof(IModelRegistry.ApproveAsync)}, not by a transition."
            );
        }
    }

    /// <summary>Throws when the caller has no right that any step to a stage takes: before anything is read for them.</summary>
    public static void RequireAnyRight(Unit unit, AccessRules access, Stage to)
    {
        var rights = StageMachine.Steps.Where(step => step.To == to).Select(step => step.Right).Distinct().ToArray();
        if (rights.Length == 0)
        {
            rights = [RegistryRight.Transition];
        }

        if (!Array.Exists(rights, right => access.Allows(unit.Caller, right)))
        {
            throw unit.Denied(rights.Contains(RegistryRight.Transition) ? RegistryRight.Transition : rights[0]);
        }
    }
}
