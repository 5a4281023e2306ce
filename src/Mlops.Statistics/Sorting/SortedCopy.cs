using System.Numerics;
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
        var copy = GC.AllocateUninitializedArray<double>(values.Length);
        ThrowIfMissing(values, OfPresent(values, copy, context));
        return copy;
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{double}, ComputeContext?)"/>
    public static float[] Of(ReadOnlySpan<float> values, ComputeContext? context = null)
    {
        var copy = GC.AllocateUninitializedArray<float>(values.Length);
        ThrowIfMissing(values, OfPresent(values, copy, context));
        return copy;
    }

    /// <summary>Writes all values but NaN to <paramref name="destination"/>, ascending. This is the way to sort a column, where NaN is missing.</summary>
    /// <param name="values">The values, in any order; NaN is left out. They stay as they are.</param>
    /// <param name="destination">Room for as many values as there are, apart from them; beyond those written it may be left with anything.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>How many values were written. What is missing is <paramref name="values"/>' length less this.</returns>
    /// <remarks>
    /// Linear in the number of values, and faster than a copy that is then sorted in place, since the first pass of the sort makes the
    /// copy. Infinities are values; -0.0 and 0.0 are equal and their order is not defined.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="values"/>, or overlaps it.</exception>
    public static int OfPresent(
        ReadOnlySpan<double> values,
        Span<double> destination,
        ComputeContext? context = null
    ) => (context ?? ComputeContext.Default).Kernels<ISortKernels>().SortPresent(values, destination, context);

    /// <inheritdoc cref="OfPresent(ReadOnlySpan{double}, Span{double}, ComputeContext?)"/>
    public static int OfPresent(ReadOnlySpan<float> values, Span<float> destination, ComputeContext? context = null) =>
        (context ?? ComputeContext.Default).Kernels<ISortKernels>().SortPresent(values, destination, context);

    internal static void ThrowIfMissing<T>(ReadOnlySpan<T> values, int present)
        where T : IFloatingPointIeee754<T>
    {
        for (var i = 0; present < values.Length && i < values.Length; i++)
        {
            if (T.IsNaN(values[i]))
            {
                throw NaNAt(i, nameof(values));
            }
        }
    }

    internal static ArgumentException NaNAt(int position, string parameterName) =>
        new(
            $"{parameterName}[{position}] is NaN, which has no place in an order. Leave missing values out.",
            parameterName
        );
}
