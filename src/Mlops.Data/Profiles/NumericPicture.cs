namespace Mlops.Data.Profiles;

/// <summary>The bins that a picture of a number column shows: of equal width, between the tails.</summary>
internal static class NumericPicture
{
    private const int BinCount = 40;

    /// <summary>The limits of the bins, ascending; none where the values have no width.</summary>
    /// <param name="sorted">The values, ascending; they stand in where a tail is infinite.</param>
    /// <param name="lower">The lower tail.</param>
    /// <param name="upper">The upper tail.</param>
    public static double[] Edges(ReadOnlySpan<double> sorted, double lower, double upper)
    {
        lower = double.IsFinite(lower) ? lower : FirstFinite(sorted);
        upper = double.IsFinite(upper) ? upper : LastFinite(sorted);
        if (!(upper > lower))
        {
            return [];
        }

        var step = (upper / BinCount) - (lower / BinCount);
        var edges = new SortedSet<double>();
        for (var k = 0; k < BinCount; k++)
        {
            edges.Add(lower + (k * step) + 0.0);
        }

        edges.Add(upper);
        return [.. edges.Where(edge => edge <= upper)];
    }

    private static double FirstFinite(ReadOnlySpan<double> sorted)
    {
        foreach (var value in sorted)
        {
            if (double.IsFinite(value))
            {
                return value;
            }
        }

        return double.NaN;
    }

    private static double LastFinite(ReadOnlySpan<double> sorted)
    {
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            if (double.IsFinite(sorted[i]))
            {
                return sorted[i];
            }
        }

        return double.NaN;
    }
}
