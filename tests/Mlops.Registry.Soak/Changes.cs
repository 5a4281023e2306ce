using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;

namespace Mlops.Registry.Soak;

/// <summary>The changes whose rate is measured.</summary>
internal static class Changes
{
    public static IEnumerable<(string Name, Func<int, SeededNumbers, Task> Change)> Of(
        Estate estate,
        ModelRegistry registry,
        ArtifactFile weights
    )
    {
        var actors = new Actors(registry, "changer");
        var decision = new DesignDecision(DecisionKind.Setting, "depth", "6", "Deeper trees overfit.", ["4", "8"]);
        var revisions = new long[SpeedRun.Callers];
        yield return (
            "record a decision",
            (_, numbers) => actors.Author.RecordDecisionAsync(estate.AnyVersion(numbers), decision)
        );
        yield return (
            "move an alias",
            async (caller, numbers) =>
            {
                var alias = await actors.Operator.MoveAliasAsync(
                    Estate.Model(Estate.WithoutDrafts),
                    $"caller-{caller}",
                    1 + numbers.Below(estate.VersionsOfEach),
                    revisions[caller],
                    "To measure."
                );
                revisions[caller] = alias.Revision;
            }
        );
        yield return (
            "register",
            (caller, _) =>
                actors.Author.RegisterAsync(
                    new VersionRegistration(Estate.Model(caller % estate.ModelCount), SharedModels.Definition(weights))
                )
        );
    }
}
