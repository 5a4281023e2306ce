using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Sorting;

/// <summary>Sorts without changing the input.</summary>
public static class SortedCopy
{
    /// <summary>A sorted copy, ascending.</summary>
    /// <param name="values">The values; no NaN. They stay as they are.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <remarks>Linear in the number of values. Infinities are values; -0.0 and 0.0 are equal and their order is not defined.</remarks>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static double[] Of(ReadOnlySpan<double> values, ComputeContext? context = null)
    {
        var copy = values.ToArray();
        (context ?? ComputeContext.Default).Kernels<ISortKernels>().Sort(copy, context);
        return copy;
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{double}, ComputeContext?)"/>
    public static float[] Of(ReadOnlySpan<float> values, ComputeContext? context = null)
    {
        var copy = values.ToArray();
        (context ?? ComputeContext.Default).Kernels<ISortKernels>().Sort(copy, context);
        return copy;
    }
}
