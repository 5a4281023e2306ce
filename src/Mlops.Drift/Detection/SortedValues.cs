using System.Buffers;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Drift.Detection;

/// <summary>The values of a column that are there, in order, in scratch memory that goes back to the pool.</summary>
internal sealed class SortedValues : IDisposable
{
    private readonly double[] _scratch;
    private readonly int _count;

    private SortedValues(double[] scratch, int count) => (_scratch, _count) = (scratch, count);

    public ReadOnlySpan<double> Span => _scratch.AsSpan(0, _count);

    /// <summary>Sorts what is there.</summary>
    /// <param name="values">The values in any order; NaN is missing.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static SortedValues Of(ReadOnlySpan<double> values, ComputeContext? context)
    {
        var scratch = ArrayPool<double>.Shared.Rent(values.Length);
        return new SortedValues(scratch, SortedCopy.OfPresent(values, scratch, context));
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(_scratch);
}
