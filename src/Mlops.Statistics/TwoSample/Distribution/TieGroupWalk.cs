using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Sums over the groups of equal values of two sorted samples, on all threads and with the same bits at any number of them.</summary>
internal static class TieGroupWalk
{
    /// <summary>The sum over all groups; neither sample may be empty.</summary>
    internal static TSum Sum<TSum>(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        TSum empty,
        ComputeContext context
    )
        where TSum : struct, ITieGroupSum<TSum>
    {
        var sum = empty;
        long i = 0,
            j = 0;
        foreach (var part in SortedMerge.Walk(first, second, new GroupVisitor<TSum> { Sum = empty }, context))
        {
            if (!part.HasEnd)
            {
                continue;
            }

            // The part's first group may have begun in an earlier part.
            sum.Add(i, j, part.FirstEnd.I, part.FirstEnd.J);
            sum.Merge(part.Sum);
            (i, j) = part.LastEnd;
        }

        sum.Add(i, j, first.Length, second.Length);
        return sum;
    }

    private struct GroupVisitor<TSum> : ISortedMergeVisitor
        where TSum : struct, ITieGroupSum<TSum>
    {
        internal TSum Sum;
        internal bool HasEnd;
        internal (long I, long J) FirstEnd;
        internal (long I, long J) LastEnd;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(double value, double next, long first, long second)
        {
            if (!(next > value))
            {
                return;
            }

            if (HasEnd)
            {
                Sum.Add(LastEnd.I, LastEnd.J, first, second);
            }
            else
            {
                FirstEnd = (first, second);
                HasEnd = true;
            }

            LastEnd = (first, second);
        }
    }
}
