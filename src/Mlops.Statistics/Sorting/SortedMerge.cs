using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>Walks two sorted samples in their common order, in parts of a fixed number of steps.</summary>
/// <remarks>
/// A part begins where its diagonal meets the merge path, found by bisection: Odeh, Green, Mwassi, Shmueli and Birk (2012). The parts do not
/// depend on the number of threads, so that what visitors sum comes out bit-identical. Steps have no branch on the data.
/// </remarks>
internal static unsafe class SortedMerge
{
    /// <summary>Steps a part.</summary>
    internal const int PartSize = BlockParallel.BlockSize;

    /// <summary>The visitors of all parts, in order, each having begun as <paramref name="visitor"/>.</summary>
    /// <param name="first">The first sample, ascending, no NaN.</param>
    /// <param name="second">The second sample, ascending, no NaN.</param>
    /// <param name="visitor">What each part begins with. After the last value it is not called any more.</param>
    /// <param name="context">With how many threads; it does not change the result.</param>
    internal static TVisitor[] Walk<TVisitor>(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        TVisitor visitor,
        ComputeContext context
    )
        where TVisitor : struct, ISortedMergeVisitor
    {
        int firstCount = first.Length,
            secondCount = second.Length;
        var parts = new TVisitor[PartCount(firstCount, secondCount)];
        fixed (
            double* firstPinned = first,
                secondPinned = second
        )
        {
            double* x = firstPinned,
                y = secondPinned;
            BlockParallel.For(
                parts.Length,
                context,
                part =>
                {
                    var state = visitor;
                    WalkPart(x, firstCount, y, secondCount, part, ref state);
                    parts[part] = state;
                }
            );
        }

        return parts;
    }

    /// <summary>Walks one part alone, as <see cref="Walk"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static TVisitor WalkPart<TVisitor>(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        int part,
        TVisitor visitor
    )
        where TVisitor : struct, ISortedMergeVisitor
    {
        fixed (
            double* x = first,
                y = second
        )
        {
            WalkPart(x, first.Length, y, second.Length, part, ref visitor);
        }

        return visitor;
    }

    private static int PartCount(long firstCount, long secondCount) =>
        (int)((firstCount + secondCount + PartSize - 1) / PartSize);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WalkPart<TVisitor>(double* x, long n, double* y, long m, int part, ref TVisitor visitor)
        where TVisitor : struct, ISortedMergeVisitor
    {
        var begin = (long)part * PartSize;
        var end = Math.Min(begin + PartSize, n + m);
        var i = Split(x, n, y, m, begin);
        var j = begin - i;
        var value = Math.Max(i > 0 ? x[i - 1] : double.NegativeInfinity, j > 0 ? y[j - 1] : double.NegativeInfinity);
        if (begin == 0)
        {
            // Nothing lies before the first value: it is taken without a visit.
            var isFirst = m == 0 || (n > 0 && x[0] <= y[0]);
            value = isFirst ? x[i++] : y[j++];
        }

        while (i + j < end && i < n && j < m)
        {
            // So many steps can't run past the end of either sample.
            var steps = Math.Min(end - i - j, Math.Min(n - i, m - j));
            (i, value) = Step(x, i, y, j, value, steps, ref visitor, out j);
        }

        for (; i < n && i + j < end; i++)
        {
            visitor.Visit(value, x[i], i, j);
            value = x[i];
        }

        for (; j < m && i + j < end; j++)
        {
            visitor.Visit(value, y[j], i, j);
            value = y[j];
        }
    }

    /// <summary>Takes so many values. A method of its own, so that all it needs stays in registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static (long First, double Value) Step<TVisitor>(
        double* x,
        long i,
        double* y,
        long j,
        double value,
        long steps,
        ref TVisitor visitor,
        out long second
    )
        where TVisitor : struct, ISortedMergeVisitor
    {
        var state = visitor;
        for (; steps > 0; steps--)
        {
            double a = x[i],
                b = y[j];
            var next = double.MinNative(a, b);
            state.Visit(value, next, i, j);
            value = next;
            long taken = a <= b ? 1 : 0;
            i += taken;
            j += 1 - taken;
        }

        visitor = state;
        second = j;
        return (i, value);
    }

    /// <summary>How many of the first <paramref name="steps"/> values in the common order are of the first sample, which goes first in ties.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long Split(double* x, long n, double* y, long m, long steps)
    {
        long low = Math.Max(0, steps - m),
            high = Math.Min(n, steps);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (x[middle] <= y[steps - 1 - middle])
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
