using System.Diagnostics.CodeAnalysis;

namespace Mlops.Statistics.Compute;

/// <summary>Counting values into bins. Bin i holds edge[i-1] &lt; x ≤ edge[i]; the first and last bins are open-ended.</summary>
[Experimental("MLOPS001")]
public interface IHistogramKernels
{
    /// <summary>Adds the counts of <paramref name="values"/> to <paramref name="counts"/>.</summary>
    /// <param name="values">The values, in any order. NaN falls in no bin and is counted in the return value.</param>
    /// <param name="edges">The inner edges, strictly ascending, no NaN.</param>
    /// <param name="counts">One more than there are edges; added to.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>How many values were NaN.</returns>
    long Count(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> edges,
        Span<long> counts,
        ComputeContext? context = null
    );

    /// <inheritdoc cref="Count(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{long}, ComputeContext?)"/>
    long Count(
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> edges,
        Span<long> counts,
        ComputeContext? context = null
    );
}
