namespace Mlops.Drift.Presets;

/// <summary>How columns come to a verdict where the library leaves that to its user.</summary>
internal static class PresetDecisions
{
    /// <summary>Drift when any column has a score beyond its threshold; undecided when no column has a threshold.</summary>
    public static PresetDecision AnyAboveThreshold(IReadOnlyList<PresetColumn> columns)
    {
        var decidable = columns
            .Where(column => column.Status == ResultStatus.Ok && !double.IsNaN(column.Threshold))
            .ToList();
        if (decidable.Count == 0)
        {
            return new(
                Verdict.Inconclusive,
                "No column has both a score and a threshold: the library has no default, so give one."
            );
        }

        var drifted = decidable.Count(column => column.IsDetected);
        return new(
            drifted > 0 ? Verdict.Fail : Verdict.Pass,
            $"{drifted} of {decidable.Count} columns with a threshold drifted; any one counts."
        );
    }
}
