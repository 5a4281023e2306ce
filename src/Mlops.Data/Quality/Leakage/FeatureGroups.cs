using Mlops.Statistics.Sorting;

namespace Mlops.Data.Quality.Leakage;

/// <summary>Puts the rows of a feature into groups: its categories, or about twenty intervals of its numbers.</summary>
internal static class FeatureGroups
{
    private const int Intervals = 20;

    /// <summary>The group of each row, -1 where missing.</summary>
    public static int[] Of(Column column, out int count)
    {
        switch (column)
        {
            case NumericColumn number:
                return OfNumbers(number.Values.Span, out count);
            case BooleanColumn boolean:
                count = 2;
                return Array.ConvertAll(boolean.Codes.ToArray(), code => (int)code);
            default:
                var category = (CategoryColumn)column;
                count = category.Categories.Count;
                return category.Codes.ToArray();
        }
    }

    // A value of a twentieth of the rows stands alone: a code for missing, or zero, may be all that tells.
    private static int[] OfNumbers(ReadOnlySpan<double> values, out int count)
    {
        var buffer = new double[values.Length];
        ReadOnlySpan<double> sorted = buffer.AsSpan(0, SortedCopy.OfPresent(values, buffer));
        var least = Math.Max(1, sorted.Length / Intervals);
        var uppers = new List<double>();
        var held = 0;
        for (var start = 0; start < sorted.Length; )
        {
            var value = sorted[start];
            var run = sorted[start..].IndexOfAnyExcept(value);
            run = run < 0 ? sorted.Length - start : run;
            if (run >= least && held > 0)
            {
                uppers.Add(sorted[start - 1]);
                held = 0;
            }

            held += run;
            start += run;
            if (held >= least || start == sorted.Length)
            {
                uppers.Add(value);
                held = 0;
            }
        }

        var groups = new int[values.Length];
        for (var row = 0; row < groups.Length; row++)
        {
            var position = uppers.BinarySearch(values[row]);
            groups[row] =
                double.IsNaN(values[row]) ? -1
                : position < 0 ? ~position
                : position;
        }

        count = uppers.Count;
        return groups;
    }
}
