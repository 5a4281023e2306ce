using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Permutation;

/// <summary>All orders of the labels are equally likely: independent rows.</summary>
internal readonly struct FreeShuffle : ILabelShuffle
{
    public void Shuffle(ReadOnlySpan<byte> labels, Span<byte> replicate, Philox random)
    {
        labels.CopyTo(replicate);
        random.Shuffle(replicate);
    }
}
