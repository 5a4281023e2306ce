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
}
