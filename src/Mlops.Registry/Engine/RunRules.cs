using Mlops.Registry.Models;
using Mlops.Registry.Runs;

namespace Mlops.Registry.Engine;

/// <summary>What a run must be.</summary>
internal static class RunRules
{
    public static void ThrowIfInvalid(Run run)
    {
        if (!RegistryName.IsModel(run.Id))
        {
            throw new ArgumentException(
                $"'{run.Id}' is not a run's id: 1 to 128 letters, digits, dots, underscores and hyphens, beginning with a letter or digit, are.",
                nameof(run)
            );
        }

        RegistryName.ThrowIfNotModel(run.Model);
        if (run.EndedAt < run.StartedAt)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"Run '{run.Id}' ends at {run.EndedAt:u}, before it began at {run.StartedAt:u}."
                ),
                nameof(run)
            );
        }

        foreach (var (name, points) in run.Metrics)
        {
            for (var i = 0; i < points.Count; i++)
            {
                if (points[i].Step < 0 || (i > 0 && points[i].Step <= points[i - 1].Step))
                {
                    throw new ArgumentException(
                        FormattableString.Invariant(
                            $"The steps of metric '{name}' are not ascending from 0: step {points[i].Step} stands at position {i}."
                        ),
                        nameof(run)
                    );
                }
            }
        }
    }
}
