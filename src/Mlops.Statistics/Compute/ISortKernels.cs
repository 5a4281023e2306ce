using System.Diagnostics.CodeAnalysis;

namespace Mlops.Statistics.Compute;

/// <summary>Sorting in place, ascending. -0.0 and 0.0 are equal and their order is not defined; NaN is refused.</summary>
[Experimental("MLOPS001")]
public interface ISortKernels
{
    /// <summary>Sorts <paramref name="values"/> in place.</summary>
    /// <param name="values">The values; no NaN.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <remarks>A call that throws because of NaN has changed nothing; one that was cancelled may leave the values in any state.</remarks>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    void Sort(Span<double> values, ComputeContext? context = null);

    /// <inheritdoc cref="Sort(Span{double}, ComputeContext?)"/>
    void Sort(Span<float> values, ComputeContext? context = null);

    /// <summary>Writes the values that are not NaN to <paramref name="destination"/>, ascending.</summary>
    /// <param name="values">The values, in any order. They stay as they are.</param>
    /// <param name="destination">Room for as many values as there are; it does not overlap them. Beyond those written it may be left with anything.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>How many values were written: all but NaN.</returns>
    /// <remarks>A call that was cancelled may leave the destination in any state.</remarks>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="values"/>, or overlaps it.</exception>
    int SortPresent(ReadOnlySpan<double> values, Span<double> destination, ComputeContext? context = null);

    /// <inheritdoc cref="SortPresent(ReadOnlySpan{double}, Span{double}, ComputeContext?)"/>
    int SortPresent(ReadOnlySpan<float> values, Span<float> destination, ComputeContext? context = null);
}
