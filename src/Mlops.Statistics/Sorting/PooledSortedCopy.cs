using System.Buffers;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>A sorted copy in a pooled array: <see cref="Values"/> is good until it is disposed of.</summary>
internal readonly ref struct PooledSortedCopy : IDisposable
{
    private readonly double[] _array;

    internal PooledSortedCopy(ReadOnlySpan<double> values, ComputeContext? context)
    {
        _array = ArrayPool<double>.Shared.Rent(values.Length);
        var present = SortedCopy.OfPresent(values, _array, context);
        SortedCopy.ThrowIfMissing(values, present);
        Values = _array.AsSpan(0, present);
    }

    internal ReadOnlySpan<double> Values { get; }

    public void Dispose() => ArrayPool<double>.Shared.Return(_array);
}
