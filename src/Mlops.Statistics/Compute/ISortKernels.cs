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
}
