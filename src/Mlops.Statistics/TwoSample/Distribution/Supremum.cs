using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The largest difference of two empirical distribution functions in the direction asked about, times n m: a whole number.</summary>
/// <param name="ReferenceCount">n.</param>
/// <param name="CurrentCount">m.</param>
/// <param name="IsAbove">Whether the reference's function is the upper one there, so that the current values are the larger ones.</param>
/// <param name="Height">The largest i m - j n, or j n - i m; not negative.</param>
/// <param name="Location">The least value where it stands; NaN where it is 0.</param>
internal readonly record struct Supremum(
    long ReferenceCount,
    long CurrentCount,
    bool IsAbove,
    Int128 Height,
    double Location
)
{
    /// <summary>The supremum of two sorted samples.</summary>
    internal static Supremum Of(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        TwoSampleAlternative alternative,
        ComputeContext context
    )
    {
        long n = reference.Length,
            m = current.Length;
        if (n == 0 || m == 0)
        {
            return new Supremum(n, m, IsAbove: true, 0, double.NaN);
        }

        var parts = SortedMerge.Walk(reference, current, new ExtremesVisitor(n, m), context);
        int above = 0,
            below = 0;
        for (var part = 1; part < parts.Length; part++)
        {
            above = parts[part].Highest > parts[above].Highest ? part : above;
            below = parts[part].Lowest < parts[below].Lowest ? part : below;
        }

        long highest = parts[above].Highest,
            lowest = parts[below].Lowest;
        var isAbove = ChoosesAbove(highest, -(Int128)lowest, alternative);
        var difference = isAbove ? highest : lowest;
        return new Supremum(
            n,
            m,
            isAbove,
            Int128.Abs(difference),
            difference == 0 ? double.NaN : Locate(reference, current, isAbove ? above : below, difference)
        );
    }

    /// <summary>The supremum of two samples as values and counts.</summary>
    internal static Supremum Of(CountedValues reference, CountedValues current, TwoSampleAlternative alternative)
    {
        long n = reference.Total,
            m = current.Total,
            i = 0,
            j = 0;
        Int128 above = 0,
            below = 0;
        double aboveAt = double.NaN,
            belowAt = double.NaN;
        for (int x = 0, y = 0; x < reference.Values.Length || y < current.Values.Length; )
        {
            var value = Math.Min(
                x < reference.Values.Length ? reference.Values[x] : double.PositiveInfinity,
                y < current.Values.Length ? current.Values[y] : double.PositiveInfinity
            );
            for (; x < reference.Values.Length && reference.Values[x] <= value; x++)
            {
                i += reference.Counts[x];
            }

            for (; y < current.Values.Length && current.Values[y] <= value; y++)
            {
                j += current.Counts[y];
            }

            var difference = ((Int128)i * m) - ((Int128)j * n);
            if (difference > above)
            {
                (above, aboveAt) = (difference, value);
            }
            else if (-difference > below)
            {
                (below, belowAt) = (-difference, value);
            }
        }

        return ChoosesAbove(above, below, alternative)
            ? new Supremum(n, m, IsAbove: true, above, aboveAt)
            : new Supremum(n, m, IsAbove: false, below, belowAt);
    }

    private static bool ChoosesAbove(Int128 above, Int128 below, TwoSampleAlternative alternative) =>
        alternative switch
        {
            TwoSampleAlternative.TwoSided => above >= below,
            TwoSampleAlternative.CurrentGreater => true,
            _ => false,
        };

    // Where an extreme stands is asked of its part alone: the walk over all of them then has no branch.
    private static double Locate(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        int part,
        long difference
    ) =>
        SortedMerge
            .WalkPart(reference, current, part, new LocationVisitor(reference.Length, current.Length, difference))
            .Location;

    private struct ExtremesVisitor(long n, long m) : ISortedMergeVisitor
    {
        internal long Highest;
        internal long Lowest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(double value, double next, long first, long second)
        {
            // Within a group of ties the difference counts for 0, which no extreme is beyond.
            long isLast = next > value ? 1 : 0;
            var difference = ((first * m) - (second * n)) & -isLast;
            var rise = difference - Highest;
            Highest += rise & ~(rise >> 63);
            var fall = difference - Lowest;
            Lowest += fall & (fall >> 63);
        }
    }

    private struct LocationVisitor(long n, long m, long difference) : ISortedMergeVisitor
    {
        internal double Location = double.NaN;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(double value, double next, long first, long second)
        {
            if ((first * m) - (second * n) == difference && next > value && double.IsNaN(Location))
            {
                Location = value;
            }
        }
    }
}
