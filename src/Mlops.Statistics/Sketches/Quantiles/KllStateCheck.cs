using System.Numerics;

namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>What the parts of a sketch's state must be to one another; a state that was read is held to it.</summary>
internal static class KllStateCheck
{
    /// <exception cref="FormatException">Two parts contradict each other.</exception>
    internal static void ThrowIfInconsistent<T>(KllLevels<T> levels, long count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var fault =
            FaultOfLevels(levels)
            ?? FaultOfWeights(levels, count)
            ?? FaultOfRange(levels, count)
            ?? FaultOfHistory(levels, count);
        if (fault is not null)
        {
            throw new FormatException(fault);
        }
    }

    private static string? FaultOfLevels<T>(KllLevels<T> levels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var level = 1; level < levels.Height; level++)
        {
            var items = levels[level];
            for (var i = 1; i < items.Length; i++)
            {
                if (items[i] < items[i - 1])
                {
                    return FormattableString.Invariant(
                        $"'levels[{level}][{i}]' is {items[i]}, below {items[i - 1]} before it; the levels above the first are sorted."
                    );
                }
            }
        }

        return levels.Height > 1 && levels[levels.Height - 1].IsEmpty
                ? $"'levels[{levels.Height - 1}]', the highest, is empty; it holds at least one item."
            : !levels.IsWithinCapacity
                ? $"The levels hold {levels.RetainedCount} items, more than a sketch of this size keeps of them."
            : null;
    }

    private static string? FaultOfWeights<T>(KllLevels<T> levels, long count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sum = UInt128.Zero;
        for (var level = 0; level < levels.Height; level++)
        {
            sum += (UInt128)levels[level].Length << level;
        }

        return sum == (UInt128)count ? null : $"The items stand for {sum} values, and 'count' is {count}.";
    }

    private static string? FaultOfRange<T>(KllLevels<T> levels, long count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (count == 0)
        {
            return null;
        }

        var (least, greatest) = (T.PositiveInfinity, T.NegativeInfinity);
        for (var level = 0; level < levels.Height; level++)
        {
            foreach (var item in levels[level])
            {
                (least, greatest) = (T.Min(least, item), T.Max(greatest, item));
            }
        }

        var (minimum, maximum) = levels.Range;
        if (least < minimum || greatest > maximum)
        {
            return FormattableString.Invariant(
                $"The items span {least} to {greatest}, beyond the 'range' from {minimum} to {maximum}."
            );
        }

        return levels.IsLossless && (least, greatest) != (minimum, maximum)
            ? FormattableString.Invariant(
                $"Nothing was lost, and yet the items span {least} to {greatest} and the 'range' is from {minimum} to {maximum}."
            )
            : null;
    }

    /// <summary>Each level below the highest was compacted at least once, and a compaction at level h takes in at least 2^(h+1) values.</summary>
    private static string? FaultOfHistory<T>(KllLevels<T> levels, long count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (levels.Height == 1)
        {
            return null;
        }

        var least = ((UInt128.One << (2 * (levels.Height - 1))) - 1) / 3;
        var most = (UInt128)count * (UInt128)count;
        return levels.Variance < least || levels.Variance > most
                ? $"'variance' is {levels.Variance}; with {levels.Height} levels and {count} values it is from {least} to {most}."
            : levels.History == 0 ? "'history' is 0, and something was compacted."
            : null;
    }
}
