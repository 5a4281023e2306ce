using System.Buffers;
using System.Numerics.Tensors;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample;

/// <summary>A sorted copy of floats as doubles, in a pooled array: <see cref="Values"/> is good until it is disposed of.</summary>
internal readonly ref struct WidenedSortedCopy : IDisposable
{
    private readonly double[] _array;

    internal WidenedSortedCopy(ReadOnlySpan<float> values, ComputeContext? context)
    {
        _array = ArrayPool<double>.Shared.Rent(values.Length);
        var single = ArrayPool<float>.Shared.Rent(values.Length);
        var sorted = single.AsSpan(0, values.Length);
        values.CopyTo(sorted);
        (context ?? ComputeContext.Default).Kernels<ISortKernels>().Sort(sorted, context);
        TensorPrimitives.ConvertTruncating<float, double>(sorted, _array);
        ArrayPool<float>.Shared.Return(single);
        Values = _array.AsSpan(0, values.Length);
    }

    internal ReadOnlySpan<double> Values { get; }

    public void Dispose() => ArrayPool<double>.Shared.Return(_array);
}
