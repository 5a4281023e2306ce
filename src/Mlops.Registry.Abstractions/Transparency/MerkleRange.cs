using System.Numerics;

namespace Mlops.Registry.Transparency;

/// <summary>Consecutive leaves whose hash a proof or a root consists of.</summary>
internal readonly record struct MerkleRange(long Start, long End)
{
    /// <summary>The ranges whose hashes are the inclusion proof, from the leaf to the root: PATH of RFC 6962, section 2.1.1.</summary>
    public static List<MerkleRange> Inclusion(long index, long size)
    {
        var ranges = new List<MerkleRange>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + Split(end - start);
            if (index < middle)
            {
                ranges.Add(new MerkleRange(middle, end));
                end = middle;
            }
            else
            {
                ranges.Add(new MerkleRange(start, middle));
                start = middle;
            }
        }

        ranges.Reverse();
        return ranges;
    }

    /// <summary>The ranges whose hashes are the consistency proof: PROOF of RFC 6962, section 2.1.2.</summary>
    public static List<MerkleRange> Consistency(long first, long second)
    {
        var ranges = new List<MerkleRange>();
        var (start, end) = (0L, second);
        while (first != end)
        {
            var middle = start + Split(end - start);
            if (first <= middle)
            {
                ranges.Add(new MerkleRange(middle, end));
                end = middle;
            }
            else
            {
                ranges.Add(new MerkleRange(start, middle));
                start = middle;
            }
        }

        // What is left is the old tree itself, whose root the verifier has, or the last subtree of it, which it has not.
        if (start > 0)
        {
            ranges.Add(new MerkleRange(start, end));
        }

        ranges.Reverse();
        return ranges;
    }

    /// <summary>The complete subtrees that the range consists of, from left to right, the largest first.</summary>
    /// <remarks>The range starts where the largest of them may start, as all ranges of proofs do.</remarks>
    public IEnumerable<MerkleNodeId> Nodes()
    {
        for (var start = Start; start < End; )
        {
            var level = BitOperations.Log2((ulong)(End - start));
            yield return new MerkleNodeId(level, start >> level);
            start += 1L << level;
        }
    }

    /// <summary>The largest power of two below <paramref name="size"/>.</summary>
    private static long Split(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}
