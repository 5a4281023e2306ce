namespace Mlops.Statistics.Divergences;

/// <summary>Checks of counts over bins.</summary>
internal static class BinCounts
{
    /// <summary>Both sides must have the same bins, and at least one.</summary>
    /// <exception cref="ArgumentException">The first side is empty, or the lengths differ.</exception>
    public static void CheckSameBins(int first, int second, string firstName, string secondName)
    {
        if (first == 0)
        {
            throw new ArgumentException($"'{firstName}' is empty; at least one bin is needed.", firstName);
        }

        if (first != second)
        {
            throw new ArgumentException(
                $"'{secondName}' has {second} bins and '{firstName}' has {first}; both must have the same bins.",
                secondName
            );
        }
    }

    /// <summary>The sum of counts that may all be 0.</summary>
    /// <exception cref="ArgumentException">A count is negative, or the sum exceeds the range of long.</exception>
    public static long Total(ReadOnlySpan<long> counts, string name)
    {
        Int128 total = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0)
            {
                throw new ArgumentException(
                    $"'{name}' has the count {counts[i]} at position {i}; counts must not be negative.",
                    name
                );
            }

            total += counts[i];
        }

        return total <= long.MaxValue
            ? (long)total
            : throw new ArgumentException($"'{name}' sums to {total}, more than {long.MaxValue}.", name);
    }

    /// <summary>The sum of counts, at least one of which is positive.</summary>
    /// <exception cref="ArgumentException">As <see cref="Total"/>, or the sum is 0.</exception>
    public static long PositiveTotal(ReadOnlySpan<long> counts, string name) =>
        Total(counts, name) is > 0 and var total
            ? total
            : throw new ArgumentException($"'{name}' sums to 0; at least one count must be positive.", name);
}
