using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Permutation;

/// <summary>Blocks change sides as wholes: rows within a block may depend on each other.</summary>
/// <param name="blockOf">The block of each pooled value; all rows of a block are on one side in the data.</param>
/// <param name="sideOf">The side of each block in the data.</param>
internal readonly struct BlockShuffle(int[] blockOf, byte[] sideOf) : ILabelShuffle
{
    public void Shuffle(ReadOnlySpan<byte> labels, Span<byte> replicate, Philox random)
    {
        var sides = sideOf.AsSpan().ToArray();
        random.Shuffle<byte>(sides);
        for (var i = 0; i < replicate.Length; i++)
        {
            replicate[i] = sides[blockOf[i]];
        }
    }
}
