using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Moments;

/// <summary>The moments of one block on one thread, in the widest vectors that the machine has.</summary>
internal static class MomentsBlock
{
    internal static CentralMoments Compute(ReadOnlySpan<double> values) =>
        Vector512.IsHardwareAccelerated
            ? MomentsBlock<EightInOneVector>.Compute(values)
            : MomentsBlock<EightInTwoVectors>.Compute(values);

    internal static CentralMoments Compute(ReadOnlySpan<float> values)
    {
        var rented = ArrayPool<double>.Shared.Rent(values.Length);
        var widened = rented.AsSpan(0, values.Length);
        TensorPrimitives.ConvertTruncating(values, widened);
        var result = Compute(widened);
        ArrayPool<double>.Shared.Return(rented);
        return result;
    }
}
