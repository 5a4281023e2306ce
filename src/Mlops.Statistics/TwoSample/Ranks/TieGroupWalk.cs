using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>Walks the groups of equal values of two sorted samples: all that a rank test has to know.</summary>
internal static class TieGroupWalk
{
    /// <summary>The visitors of all parts, each having begun as <paramref name="visitor"/>. The parts do not depend on the number of threads.</summary>
    /// <remarks>The last visitor sees the groups that begin in one part and end in another.</remarks>
    internal static TVisitor[] Walk<TVisitor>(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        TVisitor visitor,
        ComputeContext context
    )
        where TVisitor : struct, ITieGroupVisitor
    {
        var parts = SortedMerge.Walk(first, second, new EndsVisitor<TVisitor>(visitor), context);
        var visitors = new TVisitor[parts.Length + 1];
        long below = 0,
            secondBelow = 0;
        var across = visitor;
        for (var i = 0; i < parts.Length; i++)
        {
            visitors[i] = parts[i].Within;
            if (parts[i].HasEnd)
            {
                across.Visit(below, secondBelow, parts[i].FirstEnd.First, parts[i].FirstEnd.Second);
                (below, secondBelow) = (parts[i].First, parts[i].Second);
            }
        }

        if (parts.Length > 0)
        {
            across.Visit(below, secondBelow, first.Length, second.Length);
        }

        visitors[^1] = across;
        return visitors;
    }

    /// <summary>Visits all groups in order, on this thread. No counts stand for one of each value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void InOrder<TVisitor>(
        ReadOnlySpan<double> first,
        ReadOnlySpan<long> firstCounts,
        ReadOnlySpan<double> second,
        ReadOnlySpan<long> secondCounts,
        ref TVisitor visitor
    )
        where TVisitor : ITieGroupVisitor
    {
        long below = 0,
            secondBelow = 0;
        for (int i = 0, j = 0; i < first.Length || j < second.Length; )
        {
            var value = Math.Min(
                i < first.Length ? first[i] : double.PositiveInfinity,
                j < second.Length ? second[j] : double.PositiveInfinity
            );
            var firstEnd = below + Take(first, firstCounts, value, ref i);
            var secondEnd = secondBelow + Take(second, secondCounts, value, ref j);
            if (firstEnd + secondEnd > below + secondBelow)
            {
                visitor.Visit(below, secondBelow, firstEnd, secondEnd);
            }

            (below, secondBelow) = (firstEnd, secondEnd);
        }
    }

    private static long Take(ReadOnlySpan<double> values, ReadOnlySpan<long> counts, double value, ref int i)
    {
        long taken = 0;
        for (; i < values.Length && values[i] <= value; i++)
        {
            taken += counts.IsEmpty ? 1 : counts[i];
        }

        return taken;
    }

    /// <summary>Turns the steps of a merge into groups; where the first group of a part began is not known there.</summary>
    private struct EndsVisitor<TVisitor>(TVisitor within) : ISortedMergeVisitor
        where TVisitor : struct, ITieGroupVisitor
    {
        internal TVisitor Within = within;
        internal bool HasEnd;
        internal long First;
        internal long Second;
        internal (long First, long Second) FirstEnd;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(double value, double next, long first, long second)
        {
            // Without ties always so, and with many rarely: a branch that is foreseen.
            if (next > value)
            {
                if (HasEnd)
                {
                    Within.Visit(First, Second, first, second);
                }
                else
                {
                    HasEnd = true;
                    FirstEnd = (first, second);
                }

                First = first;
                Second = second;
            }
        }
    }
}
