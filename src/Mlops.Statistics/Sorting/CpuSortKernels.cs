using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>Radix sort on the CPU; -0.0 comes before 0.0. A cancelled call leaves the values in any state.</summary>
internal sealed unsafe class CpuSortKernels : ISortKernels
{
    internal static CpuSortKernels Instance { get; } = new();

    public void Sort(Span<double> values, ComputeContext? context = null)
    {
        fixed (double* bits = values)
        {
            var position = ParallelRadixSort<ulong, DoubleKeyCodec>.Sort(
                (ulong*)bits,
                values.Length,
                context ?? ComputeContext.Default
            );
            ThrowIfNaN(position, nameof(values));
        }
    }

    public void Sort(Span<float> values, ComputeContext? context = null)
    {
        fixed (float* bits = values)
        {
            var position = ParallelRadixSort<uint, SingleKeyCodec>.Sort(
                (uint*)bits,
                values.Length,
                context ?? ComputeContext.Default
            );
            ThrowIfNaN(position, nameof(values));
        }
    }

    private static void ThrowIfNaN(int position, string parameterName)
    {
        if (position >= 0)
        {
            throw new ArgumentException(
                $"{parameterName}[{position}] is NaN, which has no place in an order. Leave missing values out.",
                parameterName
            );
        }
    }
}
