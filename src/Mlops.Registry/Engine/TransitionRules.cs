using Mlops.Registry.Access;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Engine;

/// <summary>Which steps are taken by <see cref="IModelRegistry.TransitionAsync"/>.</summary>
internal static class TransitionRules
{
    /// <summary>Throws for a step that does not exist, or that an operation of its own takes, from where the version stands.</summary>
    /// <remarks>From review a version becomes approved by approvals alone: each has a role, a ticket and a basis.</remarks>
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
                $"{version} is {from}: it becomes {to} by {operation}, not by a transition."
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

    /// <summary>Throws when an alias is named that is none, or for a step that moves none.</summary>
    public static void ThrowIfAliasOutOfPlace(TransitionRequest request)
    {
        if (request.Alias is null)
        {
            return;
        }

        RegistryName.ThrowIfNotAlias(request.Alias);
        if (request.To != Stage.Active)
        {
            throw new ArgumentException(
                $"Alias '{request.Alias}' moves along with a step to {Stage.Active} alone, not to {request.To}; move it by {nameof(IModelRegistry.MoveAliasAsync)}.",
                nameof(request)
            );
        }
    }
}
