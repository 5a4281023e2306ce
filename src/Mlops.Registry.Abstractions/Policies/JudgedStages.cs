using Mlops.Registry.Stages;

namespace Mlops.Registry.Policies;

/// <summary>The stages before which policies judge.</summary>
internal static class JudgedStages
{
    internal static IReadOnlyList<Stage> All { get; } =
        Array.AsReadOnly([Stage.InReview, Stage.Approved, Stage.Staged, Stage.Active]);

    internal static IReadOnlyList<Stage> Usual { get; } = Array.AsReadOnly([Stage.Approved, Stage.Active]);

    internal static IReadOnlyList<Stage> IntoUse { get; } = Array.AsReadOnly([Stage.Staged, Stage.Active]);

    internal static IReadOnlyList<Stage> Decided { get; } =
        Array.AsReadOnly([Stage.Approved, Stage.Staged, Stage.Active]);

    internal static IReadOnlyList<Stage> Checked(IReadOnlyList<Stage> stages, string name)
    {
        ArgumentNullException.ThrowIfNull(stages, name);
        if (stages.Count == 0)
        {
            throw new ArgumentException($"No stage is named; a rule is judged before at least one of {Names}.", name);
        }

        foreach (var stage in stages)
        {
            if (!All.Contains(stage))
            {
                throw new ArgumentException($"Before {stage} no policy judges; it does before {Names}.", name);
            }

            if (stages.Count(other => other == stage) > 1)
            {
                throw new ArgumentException($"{stage} stands twice; once is enough.", name);
            }
        }

        return Array.AsReadOnly([.. stages.Order()]);
    }

    private static string Names => string.Join(", ", All);
}
