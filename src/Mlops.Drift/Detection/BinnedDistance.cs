using Mlops.Data.Profiles;

namespace Mlops.Drift.Detection;

/// <summary>Distances between two distribution functions that are known at the edges of cells only.</summary>
internal static class BinnedDistance
{
    /// <summary>The largest difference at an edge: no more than the largest anywhere.</summary>
    public static double LargestDifference(NumericColumnProfile reference, NumericColumnProfile current)
    {
        double n = reference.PresentCount,
            m = current.PresentCount,
            largest = 0;
        var (a, b) = (0L, 0L);
        for (var cell = 0; cell < reference.Cells.Length - 1; cell++)
        {
            a += reference.Cells[cell];
            b += current.Cells[cell];
            largest = Math.Max(largest, Math.Abs((a / n) - (b / m)));
        }

        return largest;
    }

    /// <summary>The area between the distribution functions, taken to be straight between edges; NaN where a value is infinite.</summary>
    public static double Area(NumericColumnProfile reference, NumericColumnProfile current)
    {
        var (first, last) = (
            Math.Min(reference.Moments.Minimum, current.Moments.Minimum),
            Math.Max(reference.Moments.Maximum, current.Moments.Maximum)
        );
        if (reference.Moments.InfiniteCount + current.Moments.InfiniteCount > 0 || !(last >= first))
        {
            return double.NaN;
        }

        double n = reference.PresentCount,
            m = current.PresentCount,
            area = 0,
            difference = 0,
            from = first;
        var (a, b) = (0L, 0L);
        var edges = reference.Binning.Cells.Edges;
        for (var cell = 0; cell <= edges.Length; cell++)
        {
            a += reference.Cells[cell];
            b += current.Cells[cell];
            var to = Math.Clamp(cell < edges.Length ? edges[cell] : last, from, last);
            var next = (a / n) - (b / m);
            area += Between(difference, next, to - from);
            (difference, from) = (next, to);
        }

        return area;
    }

    // A straight line that crosses zero bounds two triangles.
    internal static double Between(double left, double right, double width)
    {
        var (a, b) = (Math.Abs(left), Math.Abs(right));
        return left * right >= 0 ? width * (a + b) / 2 : width * ((a * a) + (b * b)) / (2 * (a + b));
    }
}
