namespace Mlops.Drift.Presets;

/// <summary>Checks of counts that come from outside.</summary>
internal static class PresetCounts
{
    public static void Check(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> currentCounts)
    {
        if (referenceCounts.Length != currentCounts.Length)
        {
            throw new ArgumentException(
                $"'{nameof(currentCounts)}' has {currentCounts.Length} categories and '{nameof(referenceCounts)}' has {referenceCounts.Length}; both must have the same ones.",
                nameof(currentCounts)
            );
        }

        Check(referenceCounts, nameof(referenceCounts));
        Check(currentCounts, nameof(currentCounts));
    }

    public static long Total(ReadOnlySpan<long> counts)
    {
        long total = 0;
        foreach (var count in counts)
        {
            total = checked(total + count);
        }

        return total;
    }

    private static void Check(ReadOnlySpan<long> counts, string name)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0)
            {
                throw new ArgumentException(
                    $"'{name}' has the count {counts[i]} at position {i}; counts must not be negative.",
                    name
                );
            }
        }
    }
}
