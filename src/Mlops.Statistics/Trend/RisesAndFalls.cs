namespace Mlops.Statistics.Trend;

/// <summary>Counts the pairs of a series that fall, and its ties, by a merge sort.</summary>
internal static class RisesAndFalls
{
    /// <returns>The pairs of which the later value is the smaller one, and how many times each value stands that stands more than once.</returns>
    public static (long Falling, IReadOnlyList<int> Ties) Count(ReadOnlySpan<double> series)
    {
        double[] from = series.ToArray(),
            to = new double[from.Length];
        long falling = 0;
        for (long width = 1; width < from.Length; width *= 2)
        {
            for (long left = 0; left < from.Length; left += 2 * width)
            {
                var middle = (int)Math.Min(left + width, from.Length);
                falling += Merge(from, to, (int)left, middle, (int)Math.Min(left + (2 * width), from.Length));
            }

            (from, to) = (to, from);
        }

        return (falling, Ties(from));
    }

    private static long Merge(double[] from, double[] to, int left, int middle, int end)
    {
        long falling = 0;
        int i = left,
            j = middle;
        for (var k = left; k < end; k++)
        {
            if (j == end || (i < middle && from[i] <= from[j]))
            {
                to[k] = from[i++];
            }
            else
            {
                falling += middle - i;
                to[k] = from[j++];
            }
        }

        return falling;
    }

    private static List<int> Ties(double[] sorted)
    {
        var ties = new List<int>();
        for (int i = 0, start = 0; i < sorted.Length; i++)
        {
            if (i + 1 == sorted.Length || sorted[i + 1] != sorted[i])
            {
                if (i > start)
                {
                    ties.Add(i - start + 1);
                }

                start = i + 1;
            }
        }

        return ties;
    }
}
