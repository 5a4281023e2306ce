using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Permutation;

/// <summary>Which permutations of the labels are equally likely under the null.</summary>
/// <remarks>A struct without state that changes: it is called from many threads.</remarks>
internal interface ILabelShuffle
{
    /// <summary>Draws one.</summary>
    /// <param name="labels">The data's labels.</param>
    /// <param name="replicate">Where the permuted labels go.</param>
    /// <param name="random">The replicate's own stream, from its beginning.</param>
    void Shuffle(ReadOnlySpan<byte> labels, Span<byte> replicate, Philox random);
}
