using System.Numerics;
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
            Sort<ulong, DoubleKeyCodec>((ulong*)bits, values.Length, nameof(values), context);
        }
    }

    public void Sort(Span<float> values, ComputeContext? context = null)
    {
        fixed (float* bits = values)
        {
            Sort<uint, SingleKeyCodec>((uint*)bits, values.Length, nameof(values), context);
        }
    }

    public int SortPresent(ReadOnlySpan<double> values, Span<double> destination, ComputeContext? context = null)
    {
        ThrowIfUnfit(values, destination);
        fixed (
            double* bits = values,
                target = destination
        )
        {
            return SortPresent<ulong, DoubleKeyCodec>((ulong*)bits, (ulong*)target, values.Length, context);
        }
    }

    public int SortPresent(ReadOnlySpan<float> values, Span<float> destination, ComputeContext? context = null)
    {
        ThrowIfUnfit(values, destination);
        fixed (
            float* bits = values,
                target = destination
        )
        {
            return SortPresent<uint, SingleKeyCodec>((uint*)bits, (uint*)target, values.Length, context);
        }
    }

    private static void Sort<TKey, TCodec>(TKey* bits, int count, string parameterName, ComputeContext? context)
        where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
        where TCodec : struct, IKeyCodec<TKey>
    {
        var position = ParallelRadixSort<TKey, TCodec>.Sort(bits, bits, count, context ?? ComputeContext.Default);
        if (position >= 0)
        {
            throw SortedCopy.NaNAt(position, parameterName);
        }
    }

    private static int SortPresent<TKey, TCodec>(TKey* bits, TKey* target, int count, ComputeContext? context)
        where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
        where TCodec : struct, IKeyCodec<TKey>
    {
        context ??= ComputeContext.Default;
        if (ParallelRadixSort<TKey, TCodec>.Sort(bits, target, count, context) < 0)
        {
            return count;
        }

        var present = KeySpan<TKey, TCodec>.CopyNumbers(bits, target, count);
        ParallelRadixSort<TKey, TCodec>.Sort(target, target, present, context);
        return present;
    }

    private static void ThrowIfUnfit<T>(ReadOnlySpan<T> values, Span<T> destination)
    {
        if (destination.Length < values.Length)
        {
            throw new ArgumentException(
                $"destination has room for {destination.Length} values; there are {values.Length}.",
                nameof(destination)
            );
        }

        if (values.Overlaps(destination))
        {
            throw new ArgumentException("destination overlaps values; sort in place instead.", nameof(destination));
        }
    }
}
