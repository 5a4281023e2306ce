using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Wasserstein distance of sorted samples of equal weights.</summary>
internal static class WassersteinOfSorted
{
    internal static WassersteinResult Measure(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext context
    )
    {
        var status = WassersteinSummary.StatusOf(reference, current);
        if (status != ResultStatus.Ok)
        {
            return WassersteinSummary.Unknown(status, reference.Length, current.Length);
        }

        long n = reference.Length,
            m = current.Length;
        var scale = WassersteinSummary.ScaleOf(reference, current);
        var sum = default(CompensatedSum);
        foreach (var part in SortedMerge.Walk(reference, current, new AreaVisitor(n, m, scale), context))
        {
            sum.Add(part.Sum);
        }

        return WassersteinSummary.Of(
            sum.Value / scale,
            reference[0] == reference[^1],
            Deviation(reference, context),
            n,
            m
        );
    }

    internal static double Deviation(ReadOnlySpan<double> values, ComputeContext context)
    {
        var moments = new MomentsDefinition().Create();
        moments.Add(values, context);
        return Math.Sqrt(moments.Value.PopulationVariance);
    }

    /// <summary>Adds up |F_reference - F_current| times the gap to the next value; within a group of ties the gap is 0.</summary>
    private struct AreaVisitor(long n, long m, double scale) : ISortedMergeVisitor
    {
        private readonly double _product = (double)n * m;

        internal CompensatedSum Sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(double value, double next, long first, long second) =>
            Sum.Add(Math.Abs((first * m) - (second * n)) / _product * ((next * scale) - (value * scale)));
    }
}
